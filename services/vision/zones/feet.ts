import type { Box } from '../../contract/box.ts';
import type { Point } from '../../contract/zone.ts';

/**
 * Where something stands: the middle of the lower edge of its box. `seen`: they are there. `hidden`: something stands before
 * them, and the place is worked out. `revealed`: they came out from behind something, so that their way here is unknown.
 * `size`: of the whole box, in fractions of the frame: what a box's jitter is measured by.
 */
export interface Feet {
  readonly kind: 'seen' | 'hidden' | 'revealed';
  readonly at: Point;
  readonly size: { readonly width: number; readonly height: number };
}

/** Heads stay where they are expected within this share of the height, when only the feet are hidden. */
const HEAD_STAYS = 0.15;
/** A box shorter than this share of what is expected has lost its feet; one longer by as much found them. */
const SHORT = 0.75;

/** @param expected where the whole thing should be now, by what was seen of it before; may reach out of the frame. */
export function feetOf(box: Box, expected: Box): Feet {
  const kind = kindOf(box, expected);
  const foot = kind === 'hidden' ? box.y + expected.height : box.y + box.height;
  return {
    kind,
    at: { x: box.x + box.width / 2, y: Math.min(1, foot) },
    size: { width: box.width, height: kind === 'hidden' ? expected.height : box.height },
  };
}

/** The whole of what is seen at `box`: with the feet that are hidden. */
export function wholeOf(box: Box, { kind, size }: Feet): Box {
  return kind === 'hidden' ? { ...box, height: size.height } : box;
}

function kindOf(box: Box, expected: Box): Feet['kind'] {
  const headStays = Math.abs(box.y - expected.y) < HEAD_STAYS * expected.height;
  if (!headStays) return 'seen';
  if (box.height < SHORT * expected.height) return 'hidden';
  return box.height * SHORT > expected.height ? 'revealed' : 'seen';
}
