import { describe, expect, it } from 'vitest';
import { feetOf, wholeOf } from '../../../../services/vision/zones/feet.ts';

const whole = { x: 0.375, y: 0.25, width: 0.25, height: 0.5 };
const half = { ...whole, height: 0.25 };
const size = { width: 0.25, height: 0.5 };

describe('feetOf', () => {
  it('is the middle of the lower edge', () => {
    const feet = feetOf(whole, whole);
    expect(feet).toEqual({ kind: 'seen', at: { x: 0.5, y: 0.75 }, size });
    expect(wholeOf(whole, feet)).toBe(whole);
  });

  it('is worked out while something hides the feet', () => {
    const feet = feetOf(half, whole);
    expect(feet).toEqual({ kind: 'hidden', at: { x: 0.5, y: 0.75 }, size });
    expect(wholeOf(half, feet)).toEqual(whole);
  });

  it('says when they come out', () => {
    expect(feetOf(whole, half).kind).toBe('revealed');
  });

  it('sees the feet of who bends down, and of whose head is hidden', () => {
    expect(feetOf({ ...half, y: 0.5 }, whole)).toMatchObject({ kind: 'seen', at: { x: 0.5, y: 0.75 } });
  });

  it('never stands below the picture', () => {
    expect(feetOf({ ...half, y: 0.75 }, { ...whole, y: 0.75 }).at.y).toBe(1);
  });
});
