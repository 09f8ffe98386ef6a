import { Slider } from 'radix-ui';
import { useId } from 'react';
import { percent } from '../words/numbers.ts';

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
      <Slider.Root
        value={[Math.round(value * 100)]}
        min={0}
        max={100}
        step={5}
        onValueChange={([next = 0]) => {
          onChange(next / 100);
        }}
        onValueCommit={([next = 0]) => {
          onCommit?.(next / 100);
        }}
        className="relative flex h-12 touch-none items-center select-none"
      >
        <Slider.Track className="relative h-2 grow overflow-hidden rounded-full bg-line">
          <Slider.Range className="absolute h-full bg-accent" />
        </Slider.Track>
        <Slider.Thumb
          aria-labelledby={id}
          aria-valuetext={percent(value)}
          className="block size-7 rounded-full border-2 border-accent bg-card shadow-sm before:absolute before:-inset-2.5"
        />
      </Slider.Root>
      <div className="-mt-1 flex justify-between text-sm text-quiet">
        <span>{low}</span>
        <span>{high}</span>
      </div>
      {hint !== undefined && <p className="mt-1.5 text-sm text-quiet">{hint}</p>}
    </div>
  );
}
