import type { Box } from '../../contract/box.ts';
import type { Label } from '../../contract/event.ts';
import type { PersonId } from '../../contract/identifiers.ts';
import { assign } from './assignment.ts';
import { type Colours, likenessOf } from './box-colours.ts';
import { centreOf, grown, iouOf } from '../box-geometry.ts';

/** Something with a place, a kind, and maybe with more to tell it by. */
export interface Placed {
  readonly label: Label;
  readonly box: Box;
  readonly colours?: Colours | null;
  /** Whose face it has, where that is known. */
  readonly personId?: PersonId | null;
}

/** A track where it is expected to be now. */
export interface Expected extends Placed {
  readonly unseenMs: number;
  /** Where it was seen last. */
  readonly lastBox?: Box;
  /** It belongs to the scene, and is in its place or nowhere. */
  readonly rests?: boolean;
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
/** What a track costs that goes on with nothing: more than any pair that overlaps and has nothing against it. */
const ALONE = 1.2;
/** What it costs to look different altogether. */
const COLOURS = 0.7;
/** What the same face saves and another one costs. */
const SAME_FACE = 0.3;
const OTHER_FACE = 0.6;

export function isHighScore(score: number): boolean {
  return score >= HIGH_SCORE;
}

/**
 * Which detection goes on with which track, in ByteTrack's two steps (Zhang et al. 2022), and a third: what turns up near the
 * way of a track of its kind that was lost a moment ago is the same visit. In each step the sum of the costs is least: overlap
 * with where the track is expected, colours, and face. Each track and each detection is used once.
 */
export function associate<T extends Expected, D extends Placed & { readonly score: number }>(
  tracks: readonly T[],
  detections: readonly D[],
): readonly Pair<T, D>[] {
  const high = detections.filter((detection) => isHighScore(detection.score));
  const low = detections.filter((detection) => !isHighScore(detection.score));
  const first = paired(tracks, high, (track, detection) => farness(track, detection, LEAST_IOU));
  const second = paired(without(tracks, first), low, (track, detection) =>
    farness(track, detection, LEAST_IOU_OF_LOW_SCORE),
  );
  const found = [...first, ...second];
  const left = high.filter((detection) => !found.some((pair) => pair.detection === detection));
  return [...found, ...paired(without(tracks, found), left, strayness)];
}

function without<T, D>(tracks: readonly T[], pairs: readonly Pair<T, D>[]): readonly T[] {
  return tracks.filter((track) => !pairs.some((pair) => pair.track === track));
}

/** The pairs with the least sum of costs; `Infinity` when two can't be the same. */
function paired<T extends Placed, D extends Placed>(
  tracks: readonly T[],
  detections: readonly D[],
  cost: (track: T, detection: D) => number,
): readonly Pair<T, D>[] {
  const costs = tracks.map((track) =>
    detections.map((detection) =>
      track.label === detection.label
        ? cost(track, detection) + strangeness(track, detection)
        : Number.POSITIVE_INFINITY,
    ),
  );
  return assign(costs, ALONE).flatMap((column, row) => {
    const [track, detection] = [tracks[row], column === null ? undefined : detections[column]];
    return track === undefined || detection === undefined ? [] : [{ track, detection }];
  });
}

/** 0 on the very place … 1, by buffered IoU. */
function farness(track: Placed, detection: Placed, least: number): number {
  const iou = iouOf(grown(track.box, BUFFER), grown(detection.box, BUFFER));
  return iou >= least ? 1 - iou : Number.POSITIVE_INFINITY;
}

/**
 * 0 on the way from where it was to where it should be … 1 as far beside it as somebody can go meanwhile: their own height,
 * and as much again each second.
 */
function strayness({ box, lastBox = box, unseenMs, rests }: Expected, detection: Placed): number {
  if (rests === true) return Number.POSITIVE_INFINITY;
  const size = Math.max(box.height, detection.box.height, box.width, detection.box.width);
  const reach = size * Math.min(2, 0.7 + unseenMs / 1000);
  const away = distanceToWay(lastBox, box, detection.box) / reach;
  return away < 1 ? away : Number.POSITIVE_INFINITY;
}

/** What else speaks for (below 0) or against (above 0) their being the same. */
function strangeness(track: Placed, detection: Placed): number {
  const [worn, seen] = [track.colours ?? null, detection.colours ?? null];
  const colours = worn === null || seen === null ? 0 : COLOURS * (1 - likenessOf(worn, seen));
  const [known, read] = [track.personId ?? null, detection.personId ?? null];
  if (known === null || read === null) return colours;
  return colours + (known === read ? -SAME_FACE : OTHER_FACE);
}

/** Between centres, in fractions of the frame. */
function distanceToWay(start: Box, end: Box, there: Box): number {
  const [from, to, at] = [centreOf(start), centreOf(end), centreOf(there)];
  const way = { x: to.x - from.x, y: to.y - from.y };
  const length = way.x ** 2 + way.y ** 2;
  const along = length === 0 ? 0 : ((at.x - from.x) * way.x + (at.y - from.y) * way.y) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(at.x - from.x - share * way.x, at.y - from.y - share * way.y);
}
