import type { Box } from '../contract/box.ts';
import { Trouble } from '../contract/trouble.ts';
import type { GreyPicture } from './bitmap.ts';

/** CDnet's ground-truth values: outside of the region of interest, unknown, moving (0 is static, 50 a shadow). */
const OUTSIDE = 85;
const UNKNOWN = 170;
const MOVING = 255;
/** A component counts as an object from this share of the picture on. */
const LEAST_OBJECT = 0.001;
/** An object is found when this share of it lies in boxes. */
const FOUND_SHARE = 0.5;
/** A box is right when this share of it moves. */
const RIGHT_SHARE = 0.05;

/** What was counted, over any number of frames. */
export interface MotionCounts {
  readonly objects: number;
  readonly found: number;
  readonly boxes: number;
  readonly right: number;
  readonly emptyFrames: number;
  readonly alarms: number;
}

export const NO_COUNTS: MotionCounts = {
  objects: 0,
  found: 0,
  boxes: 0,
  right: 0,
  emptyFrames: 0,
  alarms: 0,
};

export function addCounts(a: MotionCounts, b: MotionCounts): MotionCounts {
  return {
    objects: a.objects + b.objects,
    found: a.found + b.found,
    boxes: a.boxes + b.boxes,
    right: a.right + b.right,
    emptyFrames: a.emptyFrames + b.emptyFrames,
    alarms: a.alarms + b.alarms,
  };
}

/**
 * Scores the boxes of one frame by its ground truth, at the ground truth's own resolution.
 *
 * Pixels that the data leave open (outside of the region, 85, 170) don't count: they are neither moving nor static, an
 * object is made of counted moving pixels only, and a box's area is that of the counted pixels in it. A box that has
 * none of these is not scored at all. An empty frame is one without any counted moving pixel.
 *
 * @param region where it is 0 the picture doesn't count; null when all of it does.
 * @throws {Trouble} `bad_input` when `region` and `truth` differ in size.
 */
export function scoreFrame(
  boxes: readonly Box[],
  truth: GreyPicture,
  region: GreyPicture | null,
): MotionCounts {
  const counted = countedPixels(truth, region);
  const moving = truth.data.map((value, i) => (counted[i] === 1 && value === MOVING ? 1 : 0));
  const covered = new Uint8Array(truth.data.length);
  let scored = 0;
  let right = 0;
  for (const box of boxes) {
    const sum = sumUnder(box, { ...truth, moving, counted, covered });
    if (sum.counted === 0) continue;
    scored++;
    if (sum.moving >= RIGHT_SHARE * sum.counted) right++;
  }
  const objects = objectsOf(moving, truth.width).filter(
    (object) => object.length >= LEAST_OBJECT * truth.data.length,
  );
  const found = objects.filter(
    (object) => object.reduce((sum, pixel) => sum + (covered[pixel] ?? 0), 0) >= FOUND_SHARE * object.length,
  );
  const empty = !moving.includes(1);
  return {
    objects: objects.length,
    found: found.length,
    boxes: scored,
    right,
    emptyFrames: empty ? 1 : 0,
    alarms: empty && scored > 0 ? 1 : 0,
  };
}

/** Whether any counted pixel of a ground-truth picture moves. */
export function movesIn(truth: GreyPicture, region: GreyPicture | null): boolean {
  const counted = countedPixels(truth, region);
  return truth.data.some((value, i) => value === MOVING && counted[i] === 1);
}

function countedPixels(truth: GreyPicture, region: GreyPicture | null): Uint8Array {
  if (region !== null && (region.width !== truth.width || region.height !== truth.height))
    throw new Trouble('bad_input', {
      what: `The region of interest is ${region.width}×${region.height}, the ground truth ${truth.width}×${truth.height}.`,
      advice: 'Use a ROI.bmp of the size of the ground truth, or remove it when all of the picture counts.',
    });
  return truth.data.map((value, i) =>
    value === OUTSIDE || value === UNKNOWN || region?.data[i] === 0 ? 0 : 1,
  );
}

interface Masks {
  readonly width: number;
  readonly height: number;
  readonly moving: Uint8Array;
  readonly counted: Uint8Array;
  readonly covered: Uint8Array;
}

/** Counts the pixels whose centre is in a box, and marks them as covered. */
function sumUnder(box: Box, masks: Masks): { readonly moving: number; readonly counted: number } {
  const left = Math.max(Math.ceil(box.x * masks.width - 0.5), 0);
  const right = Math.min(Math.ceil((box.x + box.width) * masks.width - 0.5), masks.width);
  const top = Math.max(Math.ceil(box.y * masks.height - 0.5), 0);
  const bottom = Math.min(Math.ceil((box.y + box.height) * masks.height - 0.5), masks.height);
  let moving = 0;
  let counted = 0;
  for (let y = top; y < bottom; y++)
    for (let i = y * masks.width + left; i < y * masks.width + right; i++) {
      moving += masks.moving[i] ?? 0;
      counted += masks.counted[i] ?? 0;
      masks.covered[i] = 1;
    }
  return { moving, counted };
}

/** The 8-connected components of a mask, as lists of pixels. */
function objectsOf(mask: Uint8Array, width: number): readonly (readonly number[])[] {
  const left = mask.slice();
  const objects: number[][] = [];
  for (let i = left.indexOf(1); i >= 0; i = left.indexOf(1, i + 1)) {
    const object = [i];
    left[i] = 0;
    for (const pixel of object)
      for (const neighbour of neighboursOf(pixel, width))
        if (left[neighbour] === 1) {
          left[neighbour] = 0;
          object.push(neighbour);
        }
    objects.push(object);
  }
  return objects;
}

/** May name places above or below the picture, where nothing is set. */
function neighboursOf(pixel: number, width: number): readonly number[] {
  const x = pixel % width;
  const neighbours = [pixel - width, pixel + width];
  if (x > 0) neighbours.push(pixel - width - 1, pixel - 1, pixel + width - 1);
  if (x < width - 1) neighbours.push(pixel - width + 1, pixel + 1, pixel + width + 1);
  return neighbours;
}
