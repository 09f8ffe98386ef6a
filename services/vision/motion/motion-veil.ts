import { LUMA_WIDTH } from './luma-size.ts';
import { BLOCK, BLOCK_COLUMNS, BLOCK_ROWS } from './motion-blocks.ts';
import type { Component } from './motion-components.ts';

/** Where the difference to the background fades out by less than this from block to block, in grey levels, there is no edge. */
const SOFT = 4.5;
/** The texture under a light or a shadow stays: gradients agree with the background's to this degree (cosine). */
const SAME_TEXTURE = 0.75;
/** With less gradient than this (mean square of a pixel's), there is no texture to tell by. */
const LEAST_TEXTURE = 12;
/** A light makes everything brighter, a shadow everything darker, but for this share. */
const ONE_WAY = 0.95;
/** Of large components only about so many blocks are asked. */
const MOST_BLOCKS = 32;

const SMALL = 24;

interface Pictures {
  readonly frame: Uint8Array;
  readonly mean: Uint8ClampedArray;
}

/**
 * Whether a component is only light upon the scene: the shadow of a cloud, the beam of a lamp, a cast shadow. Its
 * difference to the background then fades out without an edge, or all of it is brighter, or all darker, and the
 * background's texture shows through unchanged (after Jacques, Jung & Musse, "Background subtraction and shadow
 * detection in grayscale video sequences", 2005).
 * @param labels per block the label of its component.
 */
export function isVeil(pictures: Pictures, component: Component, labels: Uint16Array): boolean {
  const stride = Math.max(1, Math.floor(component.blocks.length / MOST_BLOCKS));
  const texture = { both: 0, frame: 0, mean: 0, brighter: 0, pixels: 0 };
  let fall = 0;
  let rims = 0;
  for (let i = 0; i < component.blocks.length; i += stride) {
    const block = component.blocks[i] ?? 0;
    const outside = beyondRim(block, labels);
    // At a rim the edge of the shadow itself counts as texture; what is small has little else.
    if (outside.length < 2 || component.area <= SMALL) addTexture(pictures, block, texture);
    const here = outside.length === 0 ? 0 : differenceAt(pictures, block);
    for (const beyond of outside) {
      fall += Math.abs(here - differenceAt(pictures, beyond));
      rims++;
    }
  }
  return (rims > 0 && fall < SOFT * rims) || isSameTexture(texture);
}

interface Texture {
  /** Sums of the products of gradients: of both pictures, and of each with itself. */
  both: number;
  frame: number;
  mean: number;
  brighter: number;
  pixels: number;
}

function isSameTexture({ both, frame, mean, brighter, pixels }: Texture): boolean {
  if (pixels === 0) return false;
  const share = brighter / pixels;
  return (
    mean > LEAST_TEXTURE * pixels &&
    both > SAME_TEXTURE * Math.sqrt(frame * mean) &&
    Math.max(share, 1 - share) > ONE_WAY
  );
}

function addTexture({ frame, mean }: Pictures, block: number, sums: Texture): void {
  const first = cornerOf(block);
  for (let row = 0; row < BLOCK - 1; row++)
    for (let i = first + row * LUMA_WIDTH, end = i + BLOCK - 1; i < end; i++) {
      const seen = frame[i] ?? 0;
      const known = mean[i] ?? 0;
      const seenX = (frame[i + 1] ?? 0) - seen;
      const seenY = (frame[i + LUMA_WIDTH] ?? 0) - seen;
      const knownX = (mean[i + 1] ?? 0) - known;
      const knownY = (mean[i + LUMA_WIDTH] ?? 0) - known;
      sums.both += seenX * knownX + seenY * knownY;
      sums.frame += seenX * seenX + seenY * seenY;
      sums.mean += knownX * knownX + knownY * knownY;
      if (seen > known) sums.brighter++;
      sums.pixels++;
    }
}

/** The mean difference of a block to its background, in grey levels. */
function differenceAt({ frame, mean }: Pictures, block: number): number {
  const first = cornerOf(block);
  let sum = 0;
  for (let row = 0; row < BLOCK; row++)
    for (let i = first + row * LUMA_WIDTH, end = i + BLOCK; i < end; i++)
      sum += (frame[i] ?? 0) - (mean[i] ?? 0);
  return sum / (BLOCK * BLOCK);
}

/** The blocks next to a block that don't belong to its component. */
function beyondRim(block: number, labels: Uint16Array): readonly number[] {
  const x = block % BLOCK_COLUMNS;
  const near: number[] = [];
  if (x > 0) near.push(block - 1);
  if (x < BLOCK_COLUMNS - 1) near.push(block + 1);
  if (block >= BLOCK_COLUMNS) near.push(block - BLOCK_COLUMNS);
  if (block < BLOCK_COLUMNS * (BLOCK_ROWS - 1)) near.push(block + BLOCK_COLUMNS);
  return near.filter((other) => labels[other] !== labels[block]);
}

function cornerOf(block: number): number {
  const x = block % BLOCK_COLUMNS;
  return ((block - x) / BLOCK_COLUMNS) * BLOCK * LUMA_WIDTH + x * BLOCK;
}
