import type { Box } from '../contract/box.ts';
import type { Label } from '../contract/event.ts';
import { centreOf, grown, iouOf } from './box-geometry.ts';

/** Something with a place, a kind and a score: a detection, or a track where it is expected to be now. */
export interface Placed {
  readonly label: Label;
  readonly box: Box;
}

export interface Pair<T, D> {
  readonly track: T;
  readonly detection: D;
}

/** ByteTrack's split: high scores are matched first and may begin a track, low scores may only go on with one. */
const HIGH_SCORE = 0.5;
/** Things move far between two of five frames a second; boxes are matched as if they were larger (C-BIoU, Yang et al. 2023). */
const BUFFER = 0.3;
const LEAST_IOU = 0.2;
const LEAST_IOU_OF_LOW_SCORE = 0.4;

export function isHighScore(score: number): boolean {
  return score >= HIGH_SCORE;
}

/**
 * Which detection goes on with which track, in ByteTrack's two steps (Zhang et al. 2022), and a third: what turns up near
 * the place where a track of its kind was lost a moment ago is the same visit. Best pairs first; each is used once.
 */
export function associate<
  T extends Placed & { readonly unseenMs: number },
  D extends Placed & { readonly score: number },
>(tracks: readonly T[], detections: readonly D[]): readonly Pair<T, D>[] {
  const high = detections.filter((detection) => isHighScore(detection.score));
  const low = detections.filter((detection) => !isHighScore(detection.score));
  const first = best(tracks, high, (track, detection) => overlapBeyond(track, detection, LEAST_IOU));
  const rest = without(tracks, first);
  const second = best(rest, low, (track, detection) =>
    overlapBeyond(track, detection, LEAST_IOU_OF_LOW_SCORE),
  );
  const found = [...first, ...second];
  const left = high.filter((detection) => !found.some((pair) => pair.detection === detection));
  return [...found, ...best(without(tracks, found), left, nearness)];
}

function without<T, D>(tracks: readonly T[], pairs: readonly Pair<T, D>[]): readonly T[] {
  return tracks.filter((track) => !pairs.some((pair) => pair.track === track));
}

/** Zero when they can't be the same. */
function overlapBeyond(track: Placed, detection: Placed, least: number): number {
  if (track.label !== detection.label) return 0;
  const iou = iouOf(grown(track.box, BUFFER), grown(detection.box, BUFFER));
  return iou >= least ? iou : 0;
}

/** Greater when nearer; zero beyond what somebody can walk meanwhile: their own height, and as much again each second. */
function nearness(track: Placed & { readonly unseenMs: number }, detection: Placed): number {
  if (track.label !== detection.label) return 0;
  const from = centreOf(track.box);
  const to = centreOf(detection.box);
  const size = Math.max(track.box.height, detection.box.height, track.box.width, detection.box.width);
  const reach = size * Math.min(2, 0.7 + track.unseenMs / 1000);
  return Math.max(0, 1 - Math.hypot(from.x - to.x, from.y - to.y) / reach);
}

/** Greedy assignment: with the handful of things before a house camera it differs from the Hungarian method only in ties. */
function best<T, D>(
  tracks: readonly T[],
  detections: readonly D[],
  likeness: (track: T, detection: D) => number,
): Pair<T, D>[] {
  const pairs = tracks
    .flatMap((track) =>
      detections.map((detection) => ({ track, detection, value: likeness(track, detection) })),
    )
    .filter((pair) => pair.value > 0)
    .sort((a, b) => b.value - a.value);
  const chosen: Pair<T, D>[] = [];
  for (const { track, detection } of pairs) {
    const taken = chosen.some((pair) => pair.track === track || pair.detection === detection);
    if (!taken) chosen.push({ track, detection });
  }
  return chosen;
}
