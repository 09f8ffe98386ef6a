import { expect, it } from 'vitest';
import { alarmsWords, hearsWords } from '../../../renderer/words/wake-figures.ts';

it.each([
  [0.036, 'Hears 96 of 100 calls, misses 4'],
  [0.002, 'Hears nearly every call'],
  [null, 'How many calls it hears is not measured yet'],
])('says a miss rate of %s in words', (missRate, text) => {
  expect(hearsWords(missRate)).toBe(text);
});

it.each([
  [0, 61, 'No false alarm in 3 days of talk'],
  [0.02, 12, 'No false alarm in 12 hours of talk'],
  [0, 0.617, 'No false alarm in 35 minutes of talk'],
  [0.02, 61, 'About one false alarm in 2 days of talk'],
  [0.05, 61, 'About one false alarm in 20 hours of talk'],
  [0.12, 61, 'About one false alarm in 8 hours of talk'],
  [1, 61, 'About one false alarm in 1 hour of talk'],
  [3.1, 61, 'About 3 false alarms in an hour of talk'],
])('says %s false alarms an hour, of %s hours, in words', (perHour, hours, text) => {
  expect(alarmsWords(perHour, hours)).toBe(text);
});
