import type { Box } from '../contract/box.ts';
import { iouOf, shareInside } from './box-geometry.ts';
import type { Frame } from './frames.ts';
import type { Detection, ObjectFinder } from './objects.ts';

/** Looks for objects in parts of a frame. While there is no network (null), there is nothing to see. */
export class ObjectSearch {
  readonly #finder: () => Pick<ObjectFinder, 'find'> | null;

  constructor(finder: () => Pick<ObjectFinder, 'find'> | null) {
    this.#finder = finder;
  }

  /** Whether there is a network to look with. */
  get sees(): boolean {
    return this.#finder() !== null;
  }

  /** What is in the regions; a thing that two regions show is given once. */
  async find(frame: Frame, regions: readonly Box[]): Promise<readonly Detection[]> {
    const finder = this.#finder();
    if (finder === null) return [];
    const found: Detection[] = [];
    // One after the other: on one thread, a batch of two or three takes a tenth to a fifth longer than they do alone.
    for (const region of regions) found.push(...(await finder.find(frame, region)));
    return once(found);
  }
}

/** Without those that a better one of their kind covers: the same thing, or a part of it cut off at the edge of a region. */
export function once(detections: readonly Detection[]): readonly Detection[] {
  const best = detections.toSorted((a, b) => b.score - a.score);
  const kept: Detection[] = [];
  for (const detection of best) {
    const known = kept.some((other) => other.label === detection.label && isSame(other.box, detection.box));
    if (!known) kept.push(detection);
  }
  return kept;
}

function isSame(better: Box, box: Box): boolean {
  return iouOf(better, box) > 0.5 || shareInside(box, better) > 0.85;
}
