import { percent } from '../../words/numbers.ts';

interface MeterBarProps {
  readonly label: string;
  /** 0..1 */
  readonly value: number;
  readonly isStrong?: boolean;
  /** The best of the last moments, 0..1. */
  readonly best?: number;
  /** A place on the bar that means something, and its name. */
  readonly mark?: { readonly at: number; readonly label: string };
}

/** A value that changes ten times a second. */
export function MeterBar({ label, value, isStrong = false, best, mark }: MeterBarProps) {
  const lit = mark !== undefined && Math.max(value, best ?? 0) >= mark.at;
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-4">
        <span className={`min-w-0 truncate ${isStrong ? 'font-semibold' : 'text-sm text-quiet'}`} dir="auto">
          {label}
        </span>
      </div>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(value * 100)}
        aria-valuetext={percent(value)}
        className={`relative rounded-full bg-sunken ${isStrong ? 'h-6' : 'h-3'}`}
      >
        <div className="absolute inset-0 overflow-hidden rounded-full">
          {best !== undefined && (
            <div
              className={`absolute inset-y-0 left-0 w-full origin-left ${lit ? 'bg-good/30' : 'bg-accent/20'}`}
              style={{ transform: `scaleX(${best})` }}
            />
          )}
          <div
            className={`absolute inset-y-0 left-0 w-full origin-left transition-transform duration-100 ease-linear motion-reduce:transition-none ${lit ? 'bg-good' : 'bg-accent'}`}
            style={{ transform: `scaleX(${value})` }}
          />
        </div>
        {mark && (
          <span
            aria-hidden
            className="absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded-full bg-ink"
            style={{ left: `${mark.at * 100}%` }}
          />
        )}
      </div>
      {mark && (
        <p aria-hidden className="relative mt-1.5 h-5 text-sm text-quiet">
          <span className="absolute -translate-x-1/2 whitespace-nowrap" style={{ left: `${mark.at * 100}%` }}>
            {mark.label}
          </span>
        </p>
      )}
    </div>
  );
}
