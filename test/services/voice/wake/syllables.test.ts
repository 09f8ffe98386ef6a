import { expect, test } from 'vitest';
import { syllablesOf } from '../../../../services/voice/wake/syllables.ts';

const of = (phones: string) => syllablesOf(phones.split(' ')).map((syllable) => syllable.join(' '));

test('a syllable has one vowel and the consonants around it', () => {
  expect(of('K AH M P Y UW T ER')).toEqual(['K AH M', 'P Y UW', 'T ER']);
  expect(of('JH AA R V AH S')).toEqual(['JH AA R', 'V AH S']);
  expect(of('G L AE S')).toEqual(['G L AE S']);
  expect(of('HH AA L OW')).toEqual(['HH AA', 'L OW']);
  expect(of('AY OW')).toEqual(['AY', 'OW']);
});

test('what has no vowel is one, nothing is none', () => {
  expect(of('SH')).toEqual(['SH']);
  expect(syllablesOf([])).toEqual([]);
});
