import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { Zone } from '../../../services/contract/zone.ts';
import { Button } from '../../parts/button.tsx';
import { selectStyle } from '../../parts/field-style.ts';
import { SelectFrame } from '../../parts/select-frame.tsx';
import { SliderField } from '../../parts/slider-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { duration } from '../../words/times.ts';
import { words } from '../../words/words.ts';

interface ZoneFieldsProps {
  readonly zone: Zone;
  /** What holds where the zone has none of its own. */
  readonly sensitivity: number;
  readonly onEdit: (change: Partial<Zone>) => void;
  readonly onRemove: () => void;
}

const times = [0, 1000, 2000, 3000, 5000, 10_000, 20_000, 30_000, 60_000];

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
          <MinimumTime zone={zone} onEdit={onEdit} />
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

function MinimumTime({ zone, onEdit }: Pick<ZoneFieldsProps, 'zone' | 'onEdit'>) {
  const id = useId();
  const offered = times.includes(zone.minimumTimeMs)
    ? times
    : [...times, zone.minimumTimeMs].sort((a, b) => a - b);
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {words.zones.minimumTime}
      </label>
      <SelectFrame>
        <select
          id={id}
          value={zone.minimumTimeMs}
          className={selectStyle}
          onChange={(change) => {
            onEdit({ minimumTimeMs: Number(change.target.value) });
          }}
        >
          {offered.map((timeMs) => (
            <option key={timeMs} value={timeMs}>
              {timeMs === 0 ? words.zones.atOnce : duration(timeMs)}
            </option>
          ))}
        </select>
      </SelectFrame>
    </div>
  );
}
