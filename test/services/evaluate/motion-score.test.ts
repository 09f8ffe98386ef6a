import { describe, expect, it } from 'vitest';
import { Trouble } from '../../../services/contract/trouble.ts';
import { addCounts, movesIn, NO_COUNTS, scoreFrame } from '../../../services/evaluate/motion-score.ts';

/** A ground truth of 40×20 with rectangles of a value. */
function truthOf(
  ...parts: readonly { x: number; y: number; width: number; height: number; value: number }[]
) {
  const data = new Uint8Array(800);
  for (const part of parts)
    for (let y = part.y; y < part.y + part.height; y++)
      data.fill(part.value, y * 40 + part.x, y * 40 + part.x + part.width);
  return { width: 40, height: 20, data };
}

const object = { x: 4, y: 4, width: 8, height: 8, value: 255 };
const box = { x: 0.1, y: 0.2, width: 0.2, height: 0.4 };

describe('scoreFrame', () => {
  it('finds an object that lies in a box', () => {
    expect(scoreFrame([box], truthOf(object), null)).toEqual({
      objects: 1,
      found: 1,
      boxes: 1,
      right: 1,
      emptyFrames: 0,
      alarms: 0,
    });
  });

  it('counts an object as found when half of it lies in boxes together', () => {
    const quarter = { ...box, height: 0.1 };
    const truth = truthOf(object);
    expect(scoreFrame([quarter], truth, null).found).toBe(0);
    expect(scoreFrame([quarter, { ...quarter, y: 0.3 }], truth, null).found).toBe(1);
  });

  it('tells objects apart, also where they touch by a corner only', () => {
    const other = { x: 30, y: 2, width: 4, height: 4, value: 255 };
    const corner = { x: 12, y: 12, width: 3, height: 3, value: 255 };
    expect(scoreFrame([], truthOf(object, corner, other), null).objects).toBe(2);
  });

  it('calls a box right when a twentieth of it moves', () => {
    const dot = { x: 0, y: 0, width: 2, height: 5, value: 255 };
    expect(scoreFrame([{ x: 0, y: 0, width: 0.5, height: 0.5 }], truthOf(dot), null).right).toBe(1);
    expect(scoreFrame([{ x: 0, y: 0, width: 0.5, height: 0.6 }], truthOf(dot), null).right).toBe(0);
  });

  it('takes a shadow for static, and an alarm in an empty frame for one', () => {
    expect(scoreFrame([box], truthOf({ ...object, value: 50 }), null)).toEqual({
      ...NO_COUNTS,
      boxes: 1,
      emptyFrames: 1,
      alarms: 1,
    });
  });

  it.each([
    ['outside of the region', truthOf({ ...object, value: 85 }), null],
    ['unknown', truthOf({ ...object, value: 170 }), null],
    ['where ROI.bmp is black', truthOf(object), truthOf({ x: 20, y: 0, width: 20, height: 20, value: 255 })],
  ])('does not score what is %s', (_, truth, region) => {
    expect(scoreFrame([box], truth, region)).toEqual({ ...NO_COUNTS, emptyFrames: 1 });
  });

  it('refuses a region of another size', () => {
    const region = { width: 2, height: 2, data: new Uint8Array(4) };
    expect(() => scoreFrame([], truthOf(), region)).toThrow(Trouble);
  });
});

describe('movesIn', () => {
  it('sees moving pixels that count', () => {
    expect(movesIn(truthOf(object), null)).toBe(true);
    expect(movesIn(truthOf(object), truthOf())).toBe(false);
  });
});

describe('addCounts', () => {
  it('adds each count', () => {
    const counts = { objects: 1, found: 2, boxes: 3, right: 4, emptyFrames: 5, alarms: 6 };
    expect(addCounts(counts, counts)).toEqual({
      objects: 2,
      found: 4,
      boxes: 6,
      right: 8,
      emptyFrames: 10,
      alarms: 12,
    });
  });
});
