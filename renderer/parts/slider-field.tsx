import { useId } from 'react';
import { percent } from '../words/numbers.ts';
import { SliderTrack } from './slider-track.tsx';

interface SliderFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly low: string;
  readonly high: string;
  /** 0..1 */
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Once it was let go. */
  readonly onCommit?: (value: number) => void;
}

/** A value between two words, in steps of 5 %. */
export function SliderField({ label, hint, low, high, value, onChange, onCommit }: SliderFieldProps) {
  const id = useId();
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span className="text-sm text-quiet tabular-nums">{percent(value)}</span>
      </div>
      <SliderTrack
        labelledBy={id}
        value={Math.round(value * 100)}
        most={100}
        step={5}
        text={percent(value)}
        onChange={(next) => {
          onChange(next / 100);
        }}
        onCommit={(next) => {
          onCommit?.(next / 100);
        }}
      />
      <div className="-mt-1 flex justify-between text-sm text-quiet">
        <span>{low}</span>
        <span>{high}</span>
      </div>
      {hint !== undefined && <p className="mt-1.5 text-sm text-quiet">{hint}</p>}
    </div>
  );
}
