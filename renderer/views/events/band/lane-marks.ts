import type { Event, EventLabel } from '../../../../services/contract/event.ts';
import type { HourCount } from '../../../../services/contract/search.ts';
import type { RecordedSpan } from '../../../../services/contract/timeline.ts';
import type { BandSpan } from './band-span.ts';

/** The height of a lane in its own units, whatever it is on the screen. */
export const laneHeight = 100;
/** Beneath stands when there is video. */
const activityHeight = 84;
const thinnestPx = 3;
const hourMs = 3_600_000;

/** What the band draws of each kind: SVG paths of rectangles, x in pixels, y in units of `laneHeight`. */
export type Marks = Readonly<Partial<Record<EventLabel, string>>>;

interface Drawing {
  readonly span: BandSpan;
  readonly widthPx: number;
}

/** Each visit as a bar as long as it lasted. */
export function visitMarks(visits: readonly Event[], drawing: Drawing, nowMs: number): Marks {
  const paths: Partial<Record<EventLabel, string>> = {};
  for (const { label, beganAtMs, endedAtMs } of visits) {
    const bar = barOf({ fromMs: beganAtMs, untilMs: endedAtMs ?? nowMs }, drawing);
    paths[label] = `${paths[label] ?? ''}${rectangle(bar, { top: 8, height: activityHeight - 8 })}`;
  }
  return paths;
}

/** Visits by the hour, kinds on top of one another; `most` visits of an hour fill the height. */
export function hourMarks(counts: readonly HourCount[], drawing: Drawing, most: number): Marks {
  const paths: Partial<Record<EventLabel, string>> = {};
  const filled = new Map<number, number>();
  for (const { hourMs: atMs, label, events } of counts) {
    const below = filled.get(atMs) ?? 0;
    // The square root, so that a quiet hour is seen beside a busy one.
    const top = (n: number): number => activityHeight * (1 - Math.sqrt(Math.min(1, n / most)));
    const bar = barOf({ fromMs: atMs, untilMs: atMs + hourMs }, drawing);
    const part = { top: top(below + events), height: top(below) - top(below + events) };
    paths[label] = `${paths[label] ?? ''}${rectangle(bar, part)}`;
    filled.set(atMs, below + events);
  }
  return paths;
}

/** The most visits of one hour, of all kinds together. */
export function busiestHour(counts: readonly HourCount[]): number {
  const hours = new Map<number, number>();
  for (const { hourMs: atMs, events } of counts) hours.set(atMs, (hours.get(atMs) ?? 0) + events);
  return Math.max(1, ...hours.values());
}

/** When there is video, as one path. */
export function videoMarks(
  spans: readonly RecordedSpan[],
  kind: RecordedSpan['kind'],
  drawing: Drawing,
): string {
  return spans
    .filter((span) => span.kind === kind)
    .map((span) => rectangle(barOf(span, drawing), { top: 90, height: 10 }))
    .join('');
}

function barOf({ fromMs, untilMs }: { fromMs: number; untilMs: number }, { span, widthPx }: Drawing) {
  const perMs = widthPx / (span.toMs - span.fromMs);
  const left = (fromMs - span.fromMs) * perMs;
  return { left, width: Math.max(thinnestPx, (untilMs - fromMs) * perMs - 1) };
}

function rectangle(
  { left, width }: { readonly left: number; readonly width: number },
  { top, height }: { readonly top: number; readonly height: number },
): string {
  return `M${left.toFixed(1)} ${top.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}z`;
}
