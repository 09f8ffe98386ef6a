import type { Clip } from '../../contract/clip.ts';
import type { RecordedSpan } from '../../contract/timeline.ts';

/** Clips follow one another with less than this between them while a camera is recorded. */
const gapMs = 2000;

/** When there is video, oldest first: clips of a kind without a gap between them are one span. `clips`: oldest first. */
export function recordedSpans(
  clips: readonly Pick<Clip, 'kind' | 'startedAtMs' | 'durationMs'>[],
): readonly RecordedSpan[] {
  const spans: { kind: RecordedSpan['kind']; fromMs: number; untilMs: number }[] = [];
  for (const { kind, startedAtMs, durationMs } of clips) {
    const untilMs = startedAtMs + durationMs;
    const last = spans.findLast((span) => span.kind === kind);
    if (last !== undefined && startedAtMs - last.untilMs < gapMs)
      last.untilMs = Math.max(last.untilMs, untilMs);
    else spans.push({ kind, fromMs: startedAtMs, untilMs });
  }
  return spans;
}
