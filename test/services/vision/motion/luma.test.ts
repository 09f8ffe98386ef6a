import { describe, expect, it } from 'vitest';
import { LUMA_HEIGHT, LUMA_WIDTH, lumaOf } from '../../../../services/vision/motion/luma.ts';
import { seeded } from './moving-scene.ts';

/** A plane whose pixel at (x, y) is `value(x, y)`. */
function planeOf(width: number, height: number, value: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width)));
}

/** The mean of the area under a target pixel. */
function meanUnder(
  picture: { readonly plane: Uint8Array; readonly width: number; readonly height: number },
  x: number,
  y: number,
): number {
  const { plane, width, height } = picture;
  const shares = (at: number, source: number, target: number) => {
    const [from, to] = [(at * source) / target, ((at + 1) * source) / target];
    return Array.from({ length: Math.ceil(to) - Math.floor(from) }, (_, n) => {
      const pixel = Math.floor(from) + n;
      return { pixel, share: (Math.min(to, pixel + 1) - Math.max(from, pixel)) / (to - from) };
    });
  };
  let mean = 0;
  for (const row of shares(y, height, LUMA_HEIGHT))
    for (const column of shares(x, width, LUMA_WIDTH))
      mean += (plane[row.pixel * width + column.pixel] ?? 0) * row.share * column.share;
  return mean;
}

describe('lumaOf', () => {
  it('averages whole blocks', () => {
    const luma = lumaOf(
      planeOf(640, 360, (x, y) => ((x + y) % 2 === 0 ? 40 : 60)),
      640,
      360,
    );
    expect(luma).toEqual(new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT).fill(50));
  });

  it.each([
    [1280, 720],
    [704, 576],
    [360, 240],
    [176, 144],
    [321, 181],
    [1, 1],
  ])('keeps a flat picture of %i×%i flat', (width, height) => {
    const luma = lumaOf(new Uint8Array(width * height).fill(255), width, height);
    expect(luma).toEqual(new Uint8Array(LUMA_WIDTH * LUMA_HEIGHT).fill(255));
  });

  it('weighs pixels that two target pixels share', () => {
    // 480 → 320: a target pixel covers 1.5 source pixels, so the middle one of three is shared by halves.
    const row = lumaOf(
      planeOf(480, 180, (x) => [30, 60, 90][x % 3] ?? 0),
      480,
      180,
    );
    expect([...row.subarray(0, 4)]).toEqual([40, 80, 40, 80]);
  });

  it('keeps each corner in its place, also where the picture grows', () => {
    const luma = lumaOf(
      planeOf(2, 2, (x, y) => 10 + 20 * x + 100 * y),
      2,
      2,
    );
    const at = (x: number, y: number) => luma[y * LUMA_WIDTH + x];
    expect([at(0, 0), at(319, 0), at(0, 179), at(319, 179)]).toEqual([10, 30, 110, 130]);
  });

  it('takes the Y plane off a yuv420p frame', () => {
    const frame = new Uint8Array((320 * 180 * 3) / 2).fill(128).fill(7, 0, 320 * 180);
    expect(lumaOf(frame, 320, 180)).toEqual(new Uint8Array(320 * 180).fill(7));
  });

  it.each([
    [1920, 1080],
    [640, 360],
    [1280, 720],
    [2592, 1944],
    [4096, 200],
    [333, 187],
    [352, 288],
    [160, 90],
    [17, 2160],
    [1, 1],
  ])('has the mean of what each pixel covers in arbitrary pictures of %i×%i', (width, height) => {
    const random = seeded(width);
    const plane = new Uint8Array(width * height).map(() => random() * 256);
    const luma = lumaOf(plane, width, height);
    expect(luma).toHaveLength(LUMA_WIDTH * LUMA_HEIGHT);
    for (let i = 0; i < 300; i++) {
      const [x, y] = i === 0 ? [319, 179] : [Math.floor(random() * 320), Math.floor(random() * 180)];
      // Weights are rounded to 1/128 and 1/256, which black beside white makes the most of.
      expect(
        Math.abs((luma[y * LUMA_WIDTH + x] ?? 0) - meanUnder({ plane, width, height }, x, y)),
      ).toBeLessThan(3);
    }
  });

  it('keeps sizes apart, however many there are', () => {
    const sizes = Array.from({ length: 20 }, (_, i) => 330 + (i % 10));
    const levels = sizes.map(
      (width) => new Set(lumaOf(new Uint8Array(width * 200).fill(width - 300), width, 200)),
    );
    expect(levels).toEqual(sizes.map((width) => new Set([width - 300])));
  });

  it('refuses a plane that is too short', () => {
    expect(() => lumaOf(new Uint8Array(10), 4, 4)).toThrow(RangeError);
  });
});
