import { expect, test } from 'vitest';
import { beliefOf, confidenceOf } from '../../../../services/voice/recogniser/belief.ts';
import {
  fitsBelow,
  strangeFrom,
  strangeWordFrom,
  sureBelow,
  unsaidFrom,
} from '../../../../services/voice/recogniser/rejection.ts';

test('confidence is one half where a sentence is just believed', () => {
  expect([0.2, 0.7, strangeFrom, 5].map(confidenceOf)).toEqual([1, 1, 0.5, 0.5]);
});

test('between what is done and what is refused lies what is asked', () => {
  const ratios = [0.7, sureBelow - 0.001, sureBelow, strangeFrom - 0.001, strangeFrom, NaN];
  expect(ratios.map((ratio) => beliefOf(ratio, []))).toEqual([
    'sure',
    'sure',
    'likely',
    'likely',
    'strange',
    'strange',
  ]);
});

test('a sentence with one word that fits badly is asked at best', () => {
  const fits = (excess: number) => [
    { word: 'turn', frames: 30, excess: 2 },
    { word: 'alarm', frames: 40, excess },
  ];
  expect(beliefOf(0.7, fits(strangeWordFrom - 1))).toBe('sure');
  expect(beliefOf(0.7, fits(strangeWordFrom))).toBe('likely');
  expect(beliefOf(strangeFrom, fits(0))).toBe('strange');
  expect(beliefOf(sureBelow, fits(unsaidFrom - 1))).toBe('likely');
  expect(beliefOf(sureBelow, fits(unsaidFrom))).toBe('likely');
  expect(beliefOf(fitsBelow, fits(unsaidFrom))).toBe('strange');
});
