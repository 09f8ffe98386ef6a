import { describe, expect, it } from 'vitest';
import { LUMA_HEIGHT, LUMA_WIDTH, lumaOf } from '../../../services/vision/luma.ts';

/** A plane whose pixel at (x, y) is `value(x, y)`. */
function planeOf(width: number, height: number, value: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width)));
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

  it('refuses a plane that is too short', () => {
    expect(() => lumaOf(new Uint8Array(10), 4, 4)).toThrow(RangeError);
  });
});
