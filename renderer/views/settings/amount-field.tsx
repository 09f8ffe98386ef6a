import { useId } from 'react';
import { fieldStyle } from '../../parts/field-style.ts';
import { SliderTrack } from '../../parts/slider-track.tsx';
import { nearestStop, stopsOf } from './stops.ts';
import type { NumberShape } from './setting.ts';
import { shownAmount } from './shown-value.ts';

interface AmountFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly shape: NumberShape;
  /** A number, or what was typed instead of one. */
  readonly value: unknown;
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** An amount to slide roughly, or to type exactly. */
export function AmountField({ label, hint, shape, value, error, onChange }: AmountFieldProps) {
  const id = useId();
  const stops = stopsOf(shape);
  const number = typeof value === 'number' ? value : shape.least;
  const more = error ?? hint;
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <label id={`${id}-label`} htmlFor={shape.unit === 'hour' ? undefined : id} className="font-medium">
          {label}
        </label>
        <span className="flex items-center gap-3">
          {shape.unit !== 'hour' && (
            <input
              id={id}
              inputMode="decimal"
              autoComplete="off"
              value={asTyped(value)}
              aria-invalid={error !== undefined}
              aria-describedby={`${id}-more`}
              onChange={({ target }) => {
                onChange(typed(target.value));
              }}
              className={`${fieldStyle} !w-24 text-right tabular-nums`}
            />
          )}
          <span className="text-quiet tabular-nums">{unitOf(shape.unit, number)}</span>
        </span>
      </div>
      <SliderTrack
        labelledBy={`${id}-label`}
        value={nearestStop(stops, number)}
        most={stops.length - 1}
        text={shownAmount(shape.unit, number)}
        onChange={(stop) => {
          onChange(stops[stop] ?? shape.least);
        }}
      />
      <p
        id={`${id}-more`}
        className={`text-sm wrap-anywhere ${error === undefined ? 'text-quiet' : 'font-medium text-bad'}`}
      >
        {more}
      </p>
    </div>
  );
}

function asTyped(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

/** What was typed, as a number where it is one; a comma is as good as a point. */
function typed(text: string): unknown {
  const number = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) || /[.,]$/.test(text) ? text : number;
}

/** “days”, without the number, which stands before it; the whole where that can't be told apart. */
function unitOf(unit: string, value: number): string {
  const whole = shownAmount(unit, value);
  return unit === 'hour' ? whole : whole.replace(/^[\d.,\s\u202f]+/, '');
}
