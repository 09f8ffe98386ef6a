import { describe, expect, it } from 'vitest';
import { motFigures, type MotFrame } from './mot-metrics.ts';

const here = { x: 0.1, y: 0.1, width: 0.1, height: 0.3 };
const there = { ...here, x: 0.6 };
const frame = (...tracks: readonly string[]): MotFrame => ({
  truth: [
    { id: 'a', box: here },
    { id: 'b', box: there },
  ],
  tracks: tracks.map((id, index) => ({ id, box: index === 0 ? here : there })),
});

describe('motFigures', () => {
  it('finds nothing to say of what is followed all the time', () => {
    expect(motFigures([frame('1', '2'), frame('1', '2')])).toEqual({
      idf1: 1,
      switches: 0,
      fragmentations: 0,
    });
  });

  it('counts two who were taken for one another, and one who was lost for a moment', () => {
    expect(motFigures([frame('1', '2'), frame('2', '1')])).toEqual({
      idf1: 0.5,
      switches: 2,
      fragmentations: 0,
    });
    expect(motFigures([frame('1', '2'), frame('1'), frame('1', '2')])).toEqual({
      idf1: 10 / 11,
      switches: 0,
      fragmentations: 1,
    });
  });
});
