import { fitSimilarity, meanOf, type Point, warp } from '../../../models/alignment.ts';
import type { Picture } from '../../../models/image.ts';

/** The face is looked at this small, as small as an embedder sees it: finer detail is of no use to it. */
const side = 80;
/** Where the eyes and the middle of the mouth come to lie. */
const places: readonly Point[] = [
  { x: 22.5, y: 25 },
  { x: 57.5, y: 25 },
  { x: 40, y: 64 },
];
const burntFrom = 244;

export interface FaceLight {
  /** Of the luma, 0..255. */
  readonly mean: number;
  /** The share of pixels that are white, without any detail. */
  readonly burnt: number;
  /**
   * The variance of the Laplacian (Pech-Pacheco et al. 2000, "Diatom autofocusing in brightfield microscopy") as a share of the
   * variance of the luma, so that neither dim nor harsh light counts. 0 of a plain surface.
   */
  readonly sharpness: number;
}

/** How a face is lit, and how sharp it is, from its 68 landmarks in pixels. */
export function faceLight(image: Picture, points: readonly Point[]): FaceLight {
  const mouth = meanOf([points[48] ?? { x: 0, y: 0 }, points[54] ?? { x: 0, y: 0 }]);
  const from = [meanOf(points.slice(36, 42)), meanOf(points.slice(42, 48)), mouth];
  const luma = lumaOf(warp(image, fitSimilarity(from, places), side).data);
  let sum = 0;
  let squares = 0;
  let burnt = 0;
  for (const value of luma) {
    sum += value;
    squares += value * value;
    if (value >= burntFrom) burnt += 1;
  }
  const mean = sum / luma.length;
  const variance = squares / luma.length - mean * mean;
  return {
    mean,
    burnt: burnt / luma.length,
    sharpness: variance < 1 ? 0 : laplacianEnergy(luma) / variance,
  };
}

/** Rec. 601. */
function lumaOf(rgb: Uint8Array): Float32Array {
  const luma = new Float32Array(rgb.length / 3);
  for (let i = 0; i < luma.length; i += 1) {
    luma[i] = 0.299 * (rgb[3 * i] ?? 0) + 0.587 * (rgb[3 * i + 1] ?? 0) + 0.114 * (rgb[3 * i + 2] ?? 0);
  }
  return luma;
}

/** The mean square of the Laplacian; its own mean is next to nothing. */
function laplacianEnergy(luma: Float32Array): number {
  let energy = 0;
  for (let y = 1; y < side - 1; y += 1) {
    for (let i = y * side + 1; i < y * side + side - 1; i += 1) {
      const around = (luma[i - 1] ?? 0) + (luma[i + 1] ?? 0) + (luma[i - side] ?? 0) + (luma[i + side] ?? 0);
      energy += (4 * (luma[i] ?? 0) - around) ** 2;
    }
  }
  return energy / (side - 2) ** 2;
}
