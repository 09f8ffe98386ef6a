import { describe, expect, it } from 'vitest';
import { associate } from '../../../services/vision/association.ts';

const at = (x: number, y = 0.3): { x: number; y: number; width: number; height: number } => ({
  x,
  y,
  width: 0.1,
  height: 0.4,
});
const person = (x: number, unseenMs = 200) => ({ label: 'person', box: at(x), unseenMs }) as const;
const seen = (x: number, score = 0.8) => ({ label: 'person', box: at(x), score }) as const;

describe('associate', () => {
  it('pairs two people who walk past each other with who is nearest', () => {
    const [left, right] = [person(0.3), person(0.45)];
    const [a, b] = [seen(0.47), seen(0.31)];
    expect(associate([left, right], [a, b])).toEqual([
      { track: left, detection: b },
      { track: right, detection: a },
    ]);
  });

  it('lets a low score go on with a track, but only in its place', () => {
    expect(associate([person(0.3)], [seen(0.31, 0.3)])).toHaveLength(1);
    expect(associate([person(0.3)], [seen(0.42, 0.3)])).toHaveLength(0);
  });

  it('prefers a high score to a low one that lies better', () => {
    const high = seen(0.33);
    expect(associate([person(0.3)], [seen(0.3, 0.3), high])[0]?.detection).toBe(high);
  });

  it('finds somebody again who was hidden for a moment, and not somebody far away', () => {
    expect(associate([person(0.3, 1500)], [seen(0.8)])).toHaveLength(1);
    expect(associate([person(0.3, 200)], [seen(0.8)])).toHaveLength(0);
  });

  it('never takes a dog for its owner', () => {
    expect(associate([person(0.3)], [{ label: 'animal', box: at(0.3), score: 0.9 }])).toEqual([]);
  });
});
