import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { find } from '../../../../services/voice/recogniser/dictionary.ts';
import { cmuPhones, pronounce } from '../../../../services/voice/recogniser/pronunciation.ts';

test('IPA becomes CMU phones; stress and length fall away', () => {
  expect(cmuPhones('kˈɪtʃən')).toBe('K IH CH AH N');
  expect(cmuPhones('ʃɪvˈɔːn')).toBe('SH IH V AO N');
  expect(cmuPhones('dʒˈɑːɹvɪs')).toBe('JH AA R V IH S');
  expect(cmuPhones('fˈaɪɚ')).toBe('F AY ER');
  expect(cmuPhones('')).toBe('');
});

test('a dictionary gives all pronunciations of the words that are asked for', () => {
  const dictionary = 'a AH\na(2) EY\nabba AE B AH\nzoo Z UW';
  expect(find(dictionary, ['a', 'zoo', 'abb'])).toEqual(
    new Map([
      ['a', ['AH', 'EY']],
      ['zoo', ['Z UW']],
    ]),
  );
});

const espeak = spawnSync('espeak-ng', ['--version']).status === 0;
describe.skipIf(!espeak)('with espeak-ng (skipped where it is not installed)', () => {
  test('names that no dictionary has are read', async () => {
    expect(await pronounce(['zigbee', "'", 'siobhan'])).toEqual(
      new Map([
        ['zigbee', ['Z IH G B IY']],
        ['siobhan', ['SH IH V AO N']],
      ]),
    );
  });
});
