import { describe, expect, it } from 'vitest';
import { blended, coloursOf, likenessOf } from '../../../../services/vision/tracks/box-colours.ts';

const box = { x: 0.25, y: 0, width: 0.5, height: 1 };

/** A frame with a chest and legs of these colours (Y, U, V). */
function frameOf(chest: readonly number[], legs: readonly number[]) {
  const [width, height] = [64, 96];
  const plane = (columns: number, rows: number, channel: number) =>
    Uint8Array.from(
      { length: columns * rows },
      (_, at) => (at < (columns * rows) / 2 ? chest : legs)[channel] ?? 0,
    );
  return { width, height, y: plane(width, height, 0), u: plane(32, 48, 1), v: plane(32, 48, 2) };
}

const red = [90, 100, 200];
const blue = [80, 190, 110];
const grey = [120, 128, 128];

describe('coloursOf', () => {
  it('gives a histogram of two parts that sum to one each', () => {
    const colours = coloursOf(frameOf(red, blue), box);
    const half = colours.length / 2;
    expect(colours.subarray(0, half).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1);
    expect(colours.subarray(half).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1);
  });

  it('tells who wears what where, and knows the same again in a little other light', () => {
    const colours = coloursOf(frameOf(red, blue), box);
    expect(likenessOf(colours, colours)).toBeCloseTo(1);
    expect(likenessOf(colours, coloursOf(frameOf([95, 102, 198], [84, 188, 112]), box))).toBeGreaterThan(0.9);
    expect(likenessOf(colours, coloursOf(frameOf(blue, red), box))).toBeLessThan(0.6);
    expect(likenessOf(colours, coloursOf(frameOf(grey, grey), box))).toBeLessThan(0.6);
  });

  it('takes boxes that reach out of the frame', () => {
    const colours = coloursOf(frameOf(red, blue), { x: -0.5, y: 0.9, width: 0.7, height: 0.7 });
    expect([...colours].every((value) => Number.isFinite(value))).toBe(true);
  });

  it('blends what is known with what is seen', () => {
    expect([...blended(Float32Array.of(0, 1), Float32Array.of(1, 0), 0.25)]).toEqual([0.25, 0.75]);
  });
});
