import { clock, shortDay } from '../../../words/times.ts';
import { type BandSpan, ticksOf } from './band-span.ts';

interface BandAxisProps {
  readonly span: BandSpan;
  readonly widthPx: number;
}

/** Whole hours and days above the lanes. */
export function BandAxis({ span, widthPx }: BandAxisProps) {
  const share = (ms: number): string =>
    `${(((ms - span.fromMs) / (span.toMs - span.fromMs)) * 100).toFixed(3)}%`;
  return (
    <div
      aria-hidden
      className="relative h-6 overflow-hidden border-b border-line text-xs text-quiet tabular-nums"
    >
      {widthPx > 0 &&
        ticksOf(span, widthPx).map(({ atMs, isDay }) => (
          <span
            key={atMs}
            className={`absolute bottom-0 flex h-full items-center border-l border-line pl-1.5 whitespace-nowrap ${isDay ? 'font-semibold text-ink' : ''}`}
            style={{ left: share(atMs) }}
          >
            {isDay ? shortDay(atMs) : clock(atMs)}
          </span>
        ))}
    </div>
  );
}
