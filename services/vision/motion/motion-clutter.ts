import type { MotionTrack } from './motion-tracks.ts';

/** What flits through the picture without being anything: rain, snow, insects before the lamp, glitter on water. */
export interface Clutter {
  /** Running mean of how many tracks a frame vanish after one or two sightings. */
  readonly perFrame: number;
  /** The area, in blocks, that nine in ten of them stay below. */
  readonly area: number;
}

/** Before a camera has seen much, what is small and new may be rain as well. */
export const UNKNOWN_CLUTTER: Clutter = { perFrame: 0.3, area: 5 };

const RATE = 1 / 32;
const SHORT_LIVED = 2;
/** With fewer short-lived tracks a frame than this, the picture is clear; with more than that it is full of them. */
const CLEAR = 0.2;
const FULL = 0.8;
/** The running estimate of the area grows by nine of these steps, or shrinks by one. */
const AREA_STEP = 0.1;
/** No drop nor flake is larger: what is, and is never seen twice, is only fast. */
const MOST_AREA = 10;
/** What is so many times larger than clutter, or was seen so often in a row, is something. */
const LARGER = 2;
const SEEN_OFTEN = 5;
/** Where the picture is full, even chance makes tracks of some drops in a row. */
const SEEN_VERY_OFTEN = 16;

/** @param tracks those of the present frame. */
export function learnClutter(clutter: Clutter, tracks: readonly MotionTrack[]): Clutter {
  const vanished = tracks.filter(
    (track) => track.misses === 1 && track.hits <= SHORT_LIVED && !track.confirmed,
  );
  const area = vanished.reduce(
    (known, track) => known + (track.component.area > known ? 9 * AREA_STEP : -AREA_STEP),
    clutter.area,
  );
  return {
    perFrame: clutter.perFrame + (vanished.length - clutter.perFrame) * RATE,
    area: Math.min(Math.max(area, 1), MOST_AREA),
  };
}

/** How much something of an area, in blocks, may be clutter, 0..1: nothing in a clear picture, nor what is large. */
export function clutterOver(clutter: Clutter, area: number): number {
  if (area > LARGER * clutter.area) return 0;
  return Math.min(Math.max((clutter.perFrame - CLEAR) / (FULL - CLEAR), 0), 1);
}

/** Whether a track is more than the clutter around it. In a clear picture every track is, from its first frame on. */
export function standsOut(track: MotionTrack, clutter: Clutter): boolean {
  const share = clutterOver(clutter, track.component.area);
  if (share === 0) return true;
  if (share < 1) return track.confirmed || track.hits >= SEEN_OFTEN;
  return (track.confirmed || track.hits >= SEEN_VERY_OFTEN) && !isFalling(track);
}

/** Whether it goes more down than sideways, as all that is weather does. */
function isFalling({ history }: MotionTrack): boolean {
  const first = history[0];
  const last = history.at(-1);
  if (first === undefined || last === undefined) return false;
  return last.y - first.y > Math.abs(last.x - first.x);
}
