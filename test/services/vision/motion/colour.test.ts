import { describe, expect, it } from 'vitest';
import { colourfulness } from '../../../../services/vision/motion/colour.ts';

describe('colourfulness', () => {
  it('is the mean distance from grey', () => {
    const plane = (value: number) => new Uint8Array(5000).fill(value);
    expect(colourfulness({ u: plane(128), v: plane(128) })).toBe(0);
    expect(colourfulness({ u: plane(120), v: plane(140) })).toBe(20);
    expect(colourfulness({ u: new Uint8Array(0), v: new Uint8Array(0) })).toBe(0);
  });
});
