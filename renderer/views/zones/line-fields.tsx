import { ArrowUpDown, Trash2 } from 'lucide-react';
import type { Line } from '../../../services/contract/zone.ts';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';

interface LineFieldsProps {
  readonly line: Line;
  readonly onEdit: (change: Partial<Line>) => void;
  readonly onTurn: () => void;
  readonly onRemove: () => void;
}

/** What can be said of a line. */
export function LineFields({ line, onEdit, onTurn, onRemove }: LineFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={words.zones.name}
        value={line.name}
        maxLength={40}
        error={line.name.trim() === '' ? words.lines.nameMissing : undefined}
        onChange={(name) => {
          onEdit({ name });
        }}
      />
      <ChoiceField
        label={words.lines.direction}
        hint={words.lines.directionHint}
        value={line.direction}
        choices={(['both', 'in', 'out'] as const).map((value) => ({
          value,
          label: words.lines.directions[value],
        }))}
        onChange={(direction) => {
          onEdit({ direction });
        }}
      />
      <Button className="self-start" onClick={onTurn}>
        <ArrowUpDown aria-hidden className="size-5" />
        {words.lines.turn}
      </Button>
      <Button kind="quiet-danger" className="-ml-4 self-start" onClick={onRemove}>
        <Trash2 aria-hidden className="size-5" />
        {words.lines.remove}
      </Button>
    </div>
  );
}
