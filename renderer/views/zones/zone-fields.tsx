import { Trash2 } from 'lucide-react';
import type { Zone } from '../../../services/contract/zone.ts';
import { Button } from '../../parts/button.tsx';
import { SliderField } from '../../parts/slider-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';
import { TimeField } from './time-field.tsx';

interface ZoneFieldsProps {
  readonly zone: Zone;
  /** What holds where the zone has none of its own. */
  readonly sensitivity: number;
  readonly onEdit: (change: Partial<Zone>) => void;
  readonly onRemove: () => void;
}

const minimumTimesMs = [0, 1000, 2000, 3000, 5000, 10_000, 20_000, 30_000, 60_000];
const dwellTimesMs = [0, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000];

/** What can be said of a zone. Where motion never counts there is nothing to set but the name. */
export function ZoneFields({ zone, sensitivity, onEdit, onRemove }: ZoneFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={words.zones.name}
        value={zone.name}
        maxLength={40}
        error={zone.name.trim() === '' ? words.zones.nameMissing : undefined}
        onChange={(name) => {
          onEdit({ name });
        }}
      />
      {zone.kind === 'include' && (
        <>
          <SwitchField
            label={words.zones.ownSensitivity}
            checked={zone.sensitivity !== null}
            onChange={(own) => {
              onEdit({ sensitivity: own ? sensitivity : null });
            }}
          />
          {zone.sensitivity !== null && (
            <SliderField
              label={words.zones.sensitivity}
              low={words.zones.calm}
              high={words.zones.keen}
              value={zone.sensitivity}
              onChange={(value) => {
                onEdit({ sensitivity: value });
              }}
            />
          )}
          <TimeField
            label={words.zones.minimumTime}
            none={words.zones.atOnce}
            timesMs={minimumTimesMs}
            valueMs={zone.minimumTimeMs}
            onChange={(minimumTimeMs) => {
              onEdit({ minimumTimeMs });
            }}
          />
          <TimeField
            label={words.lines.dwell}
            hint={words.lines.dwellHint}
            none={words.lines.atOnce}
            timesMs={dwellTimesMs}
            valueMs={zone.dwellMs}
            onChange={(dwellMs) => {
              onEdit({ dwellMs });
            }}
          />
        </>
      )}
      <p className="text-sm text-quiet">{words.zones.hint}</p>
      <Button kind="quiet-danger" className="-ml-4 self-start" onClick={onRemove}>
        <Trash2 aria-hidden className="size-5" />
        {words.zones.remove}
      </Button>
    </div>
  );
}
