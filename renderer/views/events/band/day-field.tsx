import { useEffect, useRef } from 'react';
import { words } from '../../../words/words.ts';

interface DayFieldProps {
  readonly atMs: number;
  readonly oldestMs: number | null;
  readonly nowMs: number;
  readonly onChoose: (atMs: number) => void;
}

/** The day that the list shows. Another one can be typed or picked; what is typed half is left alone. */
export function DayField({ atMs, oldestMs, nowMs, onChoose }: DayFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const day = dayText(atMs);
  useEffect(() => {
    const input = field.current;
    if (input !== null && input !== document.activeElement) input.value = day;
  }, [day]);
  return (
    <input
      ref={field}
      type="date"
      aria-label={words.timeline.day}
      defaultValue={day}
      min={dayText(oldestMs ?? nowMs)}
      max={dayText(nowMs)}
      required
      onChange={({ target }) => {
        // The end of the day, since the newest is first. A year that is being typed is not within the bounds yet.
        const endMs = Date.parse(`${target.value}T23:59:59.999`);
        if (target.validity.valid && Number.isFinite(endMs)) onChoose(endMs);
      }}
      onBlur={({ target }) => {
        target.value = day;
      }}
      className="min-h-12 rounded-xl border-0 bg-transparent px-2 font-medium text-ink tabular-nums hover:bg-sunken"
    />
  );
}

/** As such a field wants it, in local time. */
function dayText(ms: number): string {
  const date = new Date(ms);
  const two = (n: number): string => `${n}`.padStart(2, '0');
  return `${`${date.getFullYear()}`.padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
