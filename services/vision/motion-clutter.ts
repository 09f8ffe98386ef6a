import type { MotionTrack } from './motion-tracks.ts';

/** What flits through the picture without being anything: rain, snow, insects before the lamp, glitter on water. */
export interface Clutter {
  /** Running mean of how many tracks a frame vanish after one or two sightings. */
  readonly perFrame: number;
  /** Running mean of their area, in blocks. */
  readonly area: number;
}

export const NO_CLUTTER: Clutter = { perFrame: 0, area: 0 };

const RATE = 1 / 32;
const SHORT_LIVED = 2;
/** With fewer short-lived tracks a frame than this, the picture is clear. */
const CLEAR = 0.2;
/** What is so many times larger than clutter, or was seen so often in a row, is something. */
const LARGER = 3;
const SEEN_OFTEN = 5;

/** @param tracks those of the present frame. */
export function learnClutter(clutter: Clutter, tracks: readonly MotionTrack[]): Clutter {
  const vanished = tracks.filter(
    (track) => track.misses === 1 && track.hits <= SHORT_LIVED && !track.confirmed,
  );
  const area = vanished.reduce(
    (mean, track) => (mean === 0 ? track.component.area : mean + (track.component.area - mean) * RATE),
    clutter.area,
  );
  return { perFrame: clutter.perFrame + (vanished.length - clutter.perFrame) * RATE, area };
}

/** Whether a track is more than the clutter around it. In a clear picture every track is, from its first frame on. */
export function standsOut(track: MotionTrack, clutter: Clutter): boolean {
  return (
    clutter.perFrame < CLEAR ||
    track.confirmed ||
    track.hits >= SEEN_OFTEN ||
    track.component.area > LARGER * clutter.area
  );
}
