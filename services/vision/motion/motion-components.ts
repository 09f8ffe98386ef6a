import { BLOCK, BLOCK_COLUMNS, BLOCK_ROWS } from './motion-blocks.ts';

/** Pixels, `left ≤ x < right` and `top ≤ y < bottom`. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Blocks that move and touch each other. */
export interface Component {
  /** Its number in the labels, from 1. */
  readonly label: number;
  /** In pixels of the frame. */
  readonly edges: Edges;
  /** Centre of gravity, in pixels of the frame. */
  readonly x: number;
  readonly y: number;
  /** Number of blocks. */
  readonly area: number;
  /** Its blocks, as indices of the 80×45. */
  readonly blocks: readonly number[];
}

export interface Components {
  /** Per block the label of its component, or 0. Components that are too small keep their label but aren't listed. */
  readonly labels: Uint16Array;
  readonly list: readonly Component[];
}

/** The 8-connected components of moving blocks (80×45, 1 or 0) that have `leastBlocks` or more. */
export function componentsOf(blocks: Uint8Array, leastBlocks: number): Components {
  const labels = new Uint16Array(blocks.length);
  const list: Component[] = [];
  let label = 0;
  for (let i = blocks.indexOf(1); i >= 0; i = blocks.indexOf(1, i + 1)) {
    if (labels[i] !== 0) continue;
    label++;
    const component = fill(blocks, labels, { start: i, label });
    if (component.area >= leastBlocks) list.push(component);
  }
  return { labels, list };
}

/** Labels all blocks that hang together with `start`. */
function fill(
  blocks: Uint8Array,
  labels: Uint16Array,
  seed: { readonly start: number; readonly label: number },
): Component {
  const members = [seed.start];
  labels[seed.start] = seed.label;
  for (const block of members) {
    const x = block % BLOCK_COLUMNS;
    const left = x === 0 ? 0 : 1;
    const right = x === BLOCK_COLUMNS - 1 ? 0 : 1;
    const top = block < BLOCK_COLUMNS ? block : block - BLOCK_COLUMNS;
    const bottom = Math.min(block + BLOCK_COLUMNS, blocks.length - 1);
    for (let row = top; row <= bottom; row += BLOCK_COLUMNS)
      for (let neighbour = row - left; neighbour <= row + right; neighbour++)
        if (blocks[neighbour] === 1 && labels[neighbour] === 0) {
          labels[neighbour] = seed.label;
          members.push(neighbour);
        }
  }
  return measure(members, seed.label);
}

function measure(members: readonly number[], label: number): Component {
  let left = BLOCK_COLUMNS;
  let top = BLOCK_ROWS;
  let right = 0;
  let bottom = 0;
  let sumX = 0;
  let sumY = 0;
  for (const block of members) {
    const x = block % BLOCK_COLUMNS;
    const y = (block - x) / BLOCK_COLUMNS;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
    sumX += x;
    sumY += y;
  }
  const area = members.length;
  return {
    label,
    edges: { left: left * BLOCK, top: top * BLOCK, right: right * BLOCK, bottom: bottom * BLOCK },
    x: (sumX / area + 0.5) * BLOCK,
    y: (sumY / area + 0.5) * BLOCK,
    area,
    blocks: members,
  };
}
