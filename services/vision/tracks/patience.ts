import type { Label } from '../../contract/event.ts';
import { centreOf } from '../box-geometry.ts';
import type { Track } from './track.ts';

/** What stands still is looked at every second, what has stood for long every five. */
export const LOOK_EVERY_MS = 1000;
const LOOK_SELDOM_MS = 5000;
const LOOKS_BEFORE_LOST = 3;
/** Visits in the making are given up after this. */
const DOUBT_MS = 2000;
/** A visit ends when nothing was seen of it for so long … */
const LOST_AFTER_MS = 5000;
/** … or for so long when it may be hidden: behind a car, a post, a hedge. */
const HIDDEN_FOR_MS = 12_000;
/**
 * In one place for so long it belongs to the scene (Frigate's `stationary`): the visit ends, and another begins when it goes.
 * A car has arrived after a minute. A dog that sleeps is no news after ten. Somebody who sits on a bench is a visitor as
 * long as they sit there; what looks like a person and has not stirred from its place in an hour is a coat on a stand.
 */
const RESTS_AFTER_MS: Readonly<Record<Label, number>> = {
  vehicle: 60_000,
  animal: 600_000,
  person: 3_600_000,
};
/** A vehicle that was there before, and didn't go anywhere in this time, belongs to the scene without ever having come. */
const FOUND_RESTING_MS = 2000;
/** What belongs to the scene is forgotten when it was not where it was, at so many looks and for so long. */
const FORGOTTEN_AFTER_MS = 600_000;
const LOOKS_BEFORE_FORGOTTEN = 10;

/** How long a track may go without a look. What belongs to the scene needs none of its own. */
export function lookEveryMs(track: Track, atMs: number): number {
  const stillMs = atMs - track.lastMovedMs;
  const unseenMs = atMs - track.lastSeenMs;
  if (track.stage === 'resting') return Number.POSITIVE_INFINITY;
  if (track.stage === 'doubted')
    return stillMs < LOOK_EVERY_MS ? LOOK_EVERY_MS / 2 : Number.POSITIVE_INFINITY;
  if (track.misses > 0) return unseenMs < LOST_AFTER_MS ? LOOK_EVERY_MS / 2 : LOOK_EVERY_MS;
  return Math.min(LOOK_SELDOM_MS, Math.max(LOOK_EVERY_MS, stillMs / 20));
}

/** Whether a track is over. */
export function isLost(track: Track, atMs: number, lostAfterMs = LOST_AFTER_MS): boolean {
  // A clock that was set back must not keep what is gone.
  const unseenMs = Math.abs(atMs - track.lastSeenMs);
  if (track.stage === 'doubted') return unseenMs >= DOUBT_MS;
  if (track.stage === 'resting')
    return unseenMs >= FORGOTTEN_AFTER_MS && track.misses >= LOOKS_BEFORE_FORGOTTEN;
  const patienceMs = mayBeHidden(track, unseenMs) ? Math.max(lostAfterMs, HIDDEN_FOR_MS) : lostAfterMs;
  return unseenMs >= patienceMs && track.misses >= LOOKS_BEFORE_LOST;
}

/** Whether a track has become a part of the scene. */
export function comesToRest(track: Track, atMs: number): boolean {
  if (track.misses > 0) return false;
  const stillMs = atMs - track.standstill.sinceMs;
  if (track.stage === 'doubted')
    return track.label === 'vehicle' && track.isSeenOften && stillMs >= FOUND_RESTING_MS;
  return track.stage === 'visiting' && stillMs >= RESTS_AFTER_MS[track.label];
}

/**
 * Who came walking and, going on as they went, would not have left the picture in the time of a visit that is lost. A car is
 * too large for that: where one vanishes, the next that comes is another.
 */
function mayBeHidden(track: Track, unseenMs: number): boolean {
  const { x, y } = centreOf(track.box);
  const seconds = Math.min(unseenMs, LOST_AFTER_MS) / 1000;
  const isInside =
    Math.abs(x + track.speed.x * seconds - 0.5) < 0.5 && Math.abs(y + track.speed.y * seconds - 0.5) < 0.5;
  return track.label !== 'vehicle' && track.standstill.hasTravelled && isInside;
}
