import { expect, test } from 'vitest';
import { beliefOf, confidenceOf } from '../../../../services/voice/recogniser/belief.ts';
import { strangeFrom, sureBelow } from '../../../../services/voice/recogniser/rejection.ts';

test('confidence is one half where a sentence is just believed', () => {
  expect([0.2, 0.7, strangeFrom, 5].map(confidenceOf)).toEqual([1, 1, 0.5, 0.5]);
});

test('between what is done and what is refused lies what is asked', () => {
  expect([0.7, sureBelow - 0.001, sureBelow, strangeFrom - 0.001, strangeFrom].map(beliefOf)).toEqual([
    'sure',
    'sure',
    'likely',
    'likely',
    'strange',
  ]);
});
