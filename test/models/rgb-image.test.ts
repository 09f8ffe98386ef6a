import { describe, expect, it } from 'vitest';
import { cut } from '../../models/cut.ts';
import type { YuvImage } from '../../models/image.ts';
import { rgbImage } from '../../models/rgb-image.ts';
import { warp } from '../../models/alignment.ts';
import { farthest, noiseInYuv, plainCut, plainRgb, plainWarp } from './plain-pictures.ts';

/** A picture of one colour. */
function plain(size: { width: number; height: number }, yuv: readonly [number, number, number]): YuvImage {
  const { width, height } = size;
  const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
  const plane = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);
  return {
    width,
    height,
    y: plane(width * height, yuv[0]),
    u: plane(chroma, yuv[1]),
    v: plane(chroma, yuv[2]),
  };
}

const small = { width: 6, height: 4 };
const large = { width: 2, height: 720 };

describe('rgbImage', () => {
  // The primaries in limited range, by the tables of ITU-R BT.601-7 and BT.709-6.
  it.each([
    [small, [16, 128, 128], [0, 0, 0]],
    [small, [235, 128, 128], [255, 255, 255]],
    [small, [81, 90, 240], [255, 0, 0]],
    [small, [145, 54, 34], [0, 255, 0]],
    [small, [41, 240, 110], [0, 0, 255]],
    [large, [63, 102, 240], [255, 0, 0]],
    [large, [173, 42, 26], [0, 255, 0]],
    [large, [32, 240, 118], [0, 0, 255]],
  ] as const)('turns %o %o into %o', (size, yuv, rgb) => {
    const { data } = rgbImage(plain(size, yuv));
    for (const [channel, value] of rgb.entries())
      expect(Math.abs((data[data.length - 3 + channel] ?? -1) - value)).toBeLessThanOrEqual(2);
  });

  it('clamps what lies outside of the range', () => {
    expect([...rgbImage(plain(small, [255, 255, 255])).data.subarray(0, 3)]).toEqual([255, 125, 255]);
  });
});

it.each([
  [64, 40],
  [37, 65],
  [1, 1],
  [5, 721],
])('turns a picture of %d × %d from YUV into RGB', (width, height) => {
  const picture = noiseInYuv(width, height, 7);
  expect(farthest(rgbImage(picture), plainRgb(picture))).toBeLessThanOrEqual(1);
});

it('is not needed to cut a part out of a picture in YUV, nor to warp it', () => {
  const picture = noiseInYuv(77, 51, 3);
  const plain = rgbImage(picture);
  const box = { x: 13.3, y: 7.8, width: 41, height: 23 };
  const size = { width: 30, height: 20 };
  expect(farthest(cut(picture, box, size), plainCut(plain, box, size))).toBeLessThanOrEqual(1);
  const toSquare = { a: 0.9, b: 0.3, shiftX: -20, shiftY: -18 };
  expect(farthest(warp(picture, toSquare, 32), plainWarp(plain, toSquare, 32))).toBeLessThanOrEqual(1);
});
