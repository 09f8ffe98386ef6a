import type { Box } from '../contract/box.ts';
import { shareInside } from './box-geometry.ts';

/** Where something moved, and whether there is an object. */
export interface Lesson {
  readonly box: Box;
  readonly holdsObject: boolean;
}

/** What moved was looked at when most of it lies in a region that was searched. */
const LOOKED_AT = 0.9;
/** An object, or this share of it, lies in what moved, or the other way round. */
const HELD = 0.3;

/** What the object detector's verdicts teach the motion detector; nothing of where it did not look. */
export function lessonsOf(
  moving: readonly Box[],
  regions: readonly Box[],
  objects: readonly { readonly box: Box }[],
): readonly Lesson[] {
  return moving
    .filter((box) => regions.some((region) => shareInside(box, region) > LOOKED_AT))
    .map((box) => ({
      box,
      holdsObject: objects.some(
        (object) => shareInside(object.box, box) > HELD || shareInside(box, object.box) > HELD,
      ),
    }));
}
