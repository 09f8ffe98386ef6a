import { useId } from 'react';
import { selectStyle } from '../../parts/field-style.ts';
import { SelectFrame } from '../../parts/select-frame.tsx';
import { duration } from '../../words/times.ts';

interface TimeFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What no time is called. */
  readonly none: string;
  /** What is offered, besides the value itself. */
  readonly timesMs: readonly number[];
  readonly valueMs: number;
  readonly onChange: (ms: number) => void;
}

/** One of some times. */
export function TimeField({ label, hint, none, timesMs, valueMs, onChange }: TimeFieldProps) {
  const id = useId();
  const offered = [...new Set([...timesMs, valueMs])].sort((a, b) => a - b);
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
      </label>
      <SelectFrame>
        <select
          id={id}
          value={valueMs}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className={selectStyle}
          onChange={(change) => {
            onChange(Number(change.target.value));
          }}
        >
          {offered.map((timeMs) => (
            <option key={timeMs} value={timeMs}>
              {timeMs === 0 ? none : duration(timeMs)}
            </option>
          ))}
        </select>
      </SelectFrame>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
