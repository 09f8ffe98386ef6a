import { expect, test } from 'vitest';
import { likelyBesides } from '../../../../services/voice/recogniser/other-readings.ts';

const found = [
  { text: 'turn on the lamp', score: -10_000 },
  { text: 'turn off the lamp', score: -10_150 },
  { text: 'turn on the lamps', score: -10_300 },
];

test('other readings are those that are hardly less likely than the best one', () => {
  expect(likelyBesides('turn on the lamp', found)).toEqual(['turn off the lamp']);
});

test('where another reading is the likeliest of the lattice it comes first', () => {
  expect(likelyBesides('turn off the lamp', found)).toEqual(['turn on the lamp', 'turn on the lamps']);
  expect(likelyBesides('what time is it', found)).toEqual(['turn on the lamp', 'turn off the lamp']);
  expect(likelyBesides('what time is it', [])).toEqual([]);
});
