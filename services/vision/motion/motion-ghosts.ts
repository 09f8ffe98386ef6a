import { LUMA_WIDTH } from './luma.ts';
import { BLOCK, BLOCK_COLUMNS, BLOCK_ROWS } from './motion-blocks.ts';
import type { Component } from './motion-components.ts';

/**
 * How much more contrast the rim of a component has in the frame than in the background: above 1 something lies over
 * the background, far below 1 something has left and the background still remembers it (a ghost). The gradient is summed
 * over 4×4 pixels astride each border between a block inside and a block outside.
 * @param labels per block the label of its component.
 * @returns 0..∞; 1 when the component has no rim inside the picture.
 */
export function rimContrast(
  pictures: { readonly frame: Uint8Array; readonly mean: Uint8ClampedArray },
  component: Component,
  labels: Uint16Array,
): number {
  const rim = rimOf(component, labels);
  let seen = 0;
  let known = 0;
  for (const corner of rim) {
    seen += contrastAt(pictures.frame, corner);
    known += contrastAt(pictures.mean, corner);
  }
  // Half a grey level a pixel keeps noise on a flat wall from deciding.
  return rim.length === 0 ? 1 : seen / (known + rim.length * PATCH * PATCH * 0.5);
}

const PATCH = 4;

/** The first pixel of each patch astride the rim. */
function rimOf(component: Component, labels: Uint16Array): readonly number[] {
  const rim: number[] = [];
  const { left, top, right, bottom } = component.edges;
  for (let y = top / BLOCK; y < bottom / BLOCK; y++)
    for (let x = left / BLOCK; x < right / BLOCK; x++) {
      const block = y * BLOCK_COLUMNS + x;
      if (labels[block] !== component.label) continue;
      const pixel = y * BLOCK * LUMA_WIDTH + x * BLOCK;
      const half = BLOCK / 2;
      if (x > 0 && labels[block - 1] !== component.label) rim.push(pixel - half);
      if (x < BLOCK_COLUMNS - 1 && labels[block + 1] !== component.label) rim.push(pixel + half);
      if (y > 0 && labels[block - BLOCK_COLUMNS] !== component.label) rim.push(pixel - half * LUMA_WIDTH);
      if (y < BLOCK_ROWS - 1 && labels[block + BLOCK_COLUMNS] !== component.label)
        rim.push(pixel + half * LUMA_WIDTH);
    }
  return rim;
}

/** The sum of the horizontal and vertical differences in a 4×4 patch. */
function contrastAt(picture: Uint8Array | Uint8ClampedArray, corner: number): number {
  let sum = 0;
  for (let row = 0; row < PATCH; row++)
    for (let i = corner + row * LUMA_WIDTH, end = i + PATCH; i < end; i++) {
      const value = picture[i] ?? 0;
      const across = (picture[i + 1] ?? value) - value;
      const down = (picture[i + LUMA_WIDTH] ?? value) - value;
      sum += (across < 0 ? -across : across) + (down < 0 ? -down : down);
    }
  return sum;
}
