import type { HeldClip } from '../../store/retention.ts';
import type { KeptDays } from './kept-days.ts';

/** Why a clip goes: its days are over, all video may not be more, or the disk would fill. */
export type GoingReason = 'age' | 'limit' | 'space';

export interface Going {
  readonly clip: HeldClip;
  readonly reason: GoingReason;
}

export interface RetentionNeed {
  readonly nowMs: number;
  readonly days: KeptDays;
  /** So many bytes of video are more than the owner wants; 0: none. */
  readonly overLimitBytes: number;
  /** So many bytes are missing on the disk; 0: none. */
  readonly missingBytes: number;
}

const dayMs = 86_400_000;

/**
 * What is least worth keeping has the lowest number: what was recorded all the time and shows nobody, then what shows somebody,
 * then what shows somebody who has a name.
 */
export function worthOf({ kind, shows, isNamed }: HeldClip): 0 | 1 | 2 {
  if (isNamed) return 2;
  return kind === 'event' || shows.length > 0 ? 1 : 0;
}

/**
 * What goes, in the order in which it goes: first what is too old, then the least worth, the oldest of it first, until there is
 * enough room. What is kept on purpose never does.
 */
export function plan(clips: readonly HeldClip[], need: RetentionNeed): Going[] {
  const free = clips.filter(({ isKept }) => !isKept);
  const aged = free.filter((clip) => need.nowMs - clip.endsAtMs > need.days.of(clip) * dayMs);
  const old = new Set(aged);
  const going = aged.toSorted(older).map((clip): Going => ({ clip, reason: 'age' }));
  const rest = free.filter((clip) => !old.has(clip)).toSorted(lessWorth);
  let freed = aged.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const clip of rest) {
    if (freed >= Math.max(need.overLimitBytes, need.missingBytes)) break;
    going.push({ clip, reason: freed < need.missingBytes ? 'space' : 'limit' });
    freed += clip.bytes;
  }
  return going;
}

function older(one: HeldClip, other: HeldClip): number {
  return one.startedAtMs - other.startedAtMs || (one.id < other.id ? -1 : 1);
}

function lessWorth(one: HeldClip, other: HeldClip): number {
  return worthOf(one) - worthOf(other) || older(one, other);
}
