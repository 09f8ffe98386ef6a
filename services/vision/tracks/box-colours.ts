import type { Box } from '../../contract/box.ts';
import type { Planes } from '../zones/privacy-mask.ts';

/** Coarse histograms of what is worn: chest and legs apart; each sums to 1. Kept in memory while somebody is followed. */
export type Colours = Float32Array;

interface Part {
  readonly top: number;
  readonly bottom: number;
}

/** Shares of the box's height. The head tells little, the feet stand in the ground's colour. */
const PARTS: readonly Part[] = [
  { top: 0.18, bottom: 0.5 },
  { top: 0.55, bottom: 0.9 },
];
/** The middle of the box's width holds the thing, its sides what lies behind. */
const SIDE = 0.25;
const SAMPLES = 12;
/** Bins of U and V, the outer ones open to the ends, and of Y. */
const TINTS = 5;
const TINT_WIDTH = 10;
const LIGHTS = 6;
const BINS = TINTS * TINTS + LIGHTS;

/** What a box of a frame (planar YUV 4:2:0) shows of colour, 12×12 samples in each part; `box` in fractions of the frame. */
export function coloursOf(frame: Planes, box: Box): Colours {
  const colours = new Float32Array(PARTS.length * BINS);
  for (const [index, part] of PARTS.entries())
    count(frame, partOf(box, part), colours.subarray(index * BINS));
  return colours;
}

/** How alike two are: the Bhattacharyya coefficient of their parts' histograms, on average; 0 nothing in common … 1 the same. */
export function likenessOf(a: Colours, b: Colours): number {
  let sum = 0;
  for (let bin = 0; bin < a.length; bin += 1) sum += Math.sqrt((a[bin] ?? 0) * (b[bin] ?? 0));
  return sum / PARTS.length;
}

/** What was known with a share of what is seen now. */
export function blended(known: Colours, seen: Colours, share: number): Colours {
  return known.map((value, bin) => value + ((seen[bin] ?? 0) - value) * share);
}

function partOf({ x, y, width, height }: Box, { top, bottom }: Part): Box {
  return {
    x: x + width * SIDE,
    y: y + height * top,
    width: width * (1 - 2 * SIDE),
    height: height * (bottom - top),
  };
}

/** Colour and light count half each: under infrared light all colours are one, and light alone decides. */
function count({ width, height, y, u, v }: Planes, part: Box, histogram: Float32Array): void {
  const half = Math.ceil(width / 2);
  const weight = 0.5 / (SAMPLES * SAMPLES);
  for (let down = 0.5; down < SAMPLES; down += 1)
    for (let across = 0.5; across < SAMPLES; across += 1) {
      const column = within((part.x + (part.width * across) / SAMPLES) * width, width);
      const row = within((part.y + (part.height * down) / SAMPLES) * height, height);
      const chroma = (row >> 1) * half + (column >> 1);
      const tint = tintOf(u[chroma] ?? 128) * TINTS + tintOf(v[chroma] ?? 128);
      const light = Math.min(LIGHTS - 1, ((y[row * width + column] ?? 0) * LIGHTS) >> 8);
      histogram[tint] = (histogram[tint] ?? 0) + weight;
      histogram[TINTS * TINTS + light] = (histogram[TINTS * TINTS + light] ?? 0) + weight;
    }
}

function tintOf(value: number): number {
  const steps = Math.round((value - 128) / TINT_WIDTH) + (TINTS - 1) / 2;
  return Math.min(TINTS - 1, Math.max(0, steps));
}

function within(place: number, size: number): number {
  return Math.min(size - 1, Math.max(0, Math.floor(place)));
}
