import { describe, expect, it } from 'vitest';
import { countEvents, episodesOf } from '../../../services/evaluate/episodes.ts';

describe('episodesOf', () => {
  it('joins runs across gaps of less than a second', () => {
    expect(episodesOf([], 5)).toEqual([]);
    expect(episodesOf([1, 2, 3, 8, 9, 15], 5)).toEqual([
      { first: 1, last: 9 },
      { first: 15, last: 15 },
    ]);
  });
});

describe('countEvents', () => {
  it('counts episodes that an event overlaps, and events that overlap none', () => {
    const episodes = [
      { first: 10, last: 20 },
      { first: 50, last: 60 },
    ];
    const events = [
      { first: 12, last: 14 },
      { first: 20, last: 22 },
      { first: 30, last: 40 },
      { first: 100, last: 110 },
    ];
    expect(countEvents(events, episodes, { first: 5, last: 90 })).toEqual({
      episodes: 2,
      found: 1,
      events: 3,
      falseEvents: 1,
    });
  });
});
