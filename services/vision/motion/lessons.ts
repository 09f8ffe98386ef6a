import type { Box } from '../../contract/box.ts';
import { iouOf, shareInside } from '../box-geometry.ts';

/** Where something moved, and whether there is an object. */
export interface Lesson {
  readonly box: Box;
  readonly holdsObject: boolean;
}

/** One frame: what moved, where objects were looked for, and what was found. `atMs`: milliseconds since 1970. */
export interface Look {
  readonly atMs: number;
  readonly moving: readonly Box[];
  readonly regions: readonly Box[];
  readonly objects: readonly { readonly box: Box }[];
}

interface Suspect {
  readonly box: Box;
  readonly sinceMs: number;
  readonly lastMs: number;
  readonly times: number;
}

/** What moved was looked at when most of it lies in a region that was searched. */
const LOOKED_AT = 0.9;
/** An object, or this share of it, lies in what moved, or the other way round. */
const HELD = 0.3;
/** Boxes that overlap by this much are the same place. */
const SAME = 0.3;
/** The object detector misses somebody for a moment now and then: so often, and for so long, it must have found nothing. */
const TIMES = 6;
const LASTING_MS = 4000;
const FORGOTTEN_MS = 20_000;

/** What the object detector's verdicts teach the motion detector; nothing of where it did not look. */
export class Lessons {
  #suspects: readonly Suspect[] = [];

  of({ atMs, moving, regions, objects }: Look): readonly Lesson[] {
    const seen = moving.filter((box) => regions.some((region) => shareInside(box, region) > LOOKED_AT));
    this.#suspects = this.#suspects.filter(({ lastMs }) => Math.abs(atMs - lastMs) < FORGOTTEN_MS);
    return seen.flatMap((box) => {
      const holdsObject = objects.some(
        (object) => shareInside(object.box, box) > HELD || shareInside(box, object.box) > HELD,
      );
      const isCertain = this.#note(box, { atMs, holdsObject });
      return holdsObject || isCertain ? [{ box, holdsObject }] : [];
    });
  }

  /** Whether nothing was found in this place often enough. */
  #note(box: Box, { atMs, holdsObject }: { readonly atMs: number; readonly holdsObject: boolean }): boolean {
    const known = this.#suspects.find((suspect) => iouOf(suspect.box, box) > SAME);
    const others = this.#suspects.filter((suspect) => suspect !== known);
    const { sinceMs, times } = known ?? { sinceMs: atMs, times: 0 };
    this.#suspects = holdsObject ? others : [...others, { box, sinceMs, lastMs: atMs, times: times + 1 }];
    return times + 1 >= TIMES && atMs - sinceMs >= LASTING_MS;
  }
}
