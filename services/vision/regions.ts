import type { Box } from '../contract/box.ts';
import { areaOf, clipped, grown, shareInside, unionOf } from './box-geometry.ts';

/** A thing is seen best with some of its surroundings. */
const MARGIN = 0.25;
/** Shares of the frame; a smaller region shows the detector too little of what it is in. */
const LEAST_WIDTH = 0.3;
const LEAST_HEIGHT = 0.5;
/** More regions than this cost more than one look at all they cover. */
const MOST_REGIONS = 3;

/**
 * The parts of a frame in which objects are looked for: around everything that moved, each joined with what is already
 * followed there (a waving hand is no reason to look at the hand alone), and around whatever else is due for a look.
 */
export function regionsOf(motion: readonly Box[], followed: readonly Box[], due: readonly Box[]): Box[] {
  const wanted = motion.map((box) =>
    followed
      .filter((known) => shareInside(box, known) > 0.5)
      .reduce((around, known) => unionOf(around, known), box),
  );
  const regions = merged([...wanted, ...due].map((box) => padded(box)));
  return regions.length > MOST_REGIONS ? [regions.reduce((all, region) => unionOf(all, region))] : regions;
}

/** With its margin, at least as large as the least region, and shifted rather than cut where it reaches out of the frame. */
function padded(box: Box): Box {
  const wide = grown(box, MARGIN);
  const width = Math.min(1, Math.max(LEAST_WIDTH, wide.width));
  const height = Math.min(1, Math.max(LEAST_HEIGHT, wide.height));
  const x = Math.min(1 - width, Math.max(0, wide.x + (wide.width - width) / 2));
  const y = Math.min(1 - height, Math.max(0, wide.y + (wide.height - height) / 2));
  return clipped({ x, y, width, height });
}

/** Joins regions as long as one look at both together costs no more than two looks. */
function merged(boxes: readonly Box[]): Box[] {
  for (const [index, box] of boxes.entries()) {
    const others = boxes.filter((_, other) => other !== index);
    const mate = others.find((other) => areaOf(unionOf(box, other)) <= 1.2 * (areaOf(box) + areaOf(other)));
    if (mate !== undefined) return merged([...others.filter((other) => other !== mate), unionOf(box, mate)]);
  }
  return [...boxes];
}
