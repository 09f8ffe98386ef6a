import { expect, test } from 'vitest';
import { fitsOf, nearnessOf, type Fit } from '../../../../services/voice/recogniser/nearness.ts';
import { strangeWordFrom } from '../../../../services/voice/recogniser/rejection.ts';
import type { Segment } from '../../../../services/voice/recogniser/pocketsphinx.ts';

const sentences = {
  names: ['kitchen light', 'lamp'],
  isCommand: (text: string) => text === 'turn on the lamp',
};

/** Words of twenty frames each with their excess. */
function fits(...words: readonly (readonly [string, number])[]): readonly Fit[] {
  return words.map(([word, excess]) => ({ word, frames: 20, excess }));
}

function segment(
  word: string,
  [firstFrame, lastFrame]: readonly [number, number],
  acoustic: number,
): Segment {
  return { word, firstFrame, lastFrame, acoustic, score: 0 };
}

test('words that fit before a name that does not are what was understood', () => {
  const heard = fits(['turn', -2], ['on', 1], ['the', 3], ['alarm', strangeWordFrom]);
  expect(nearnessOf(heard, sentences)).toEqual({ heard: 'turn on the …', unknown: 'name' });
});

test('where no name makes a command of them it is other words that are missing', () => {
  const heard = fits(
    ['set', 2],
    ['a', 0],
    ['timer', 4],
    ['for', 0],
    ['ten', strangeWordFrom + 9],
    ['minutes', 3],
  );
  expect(nearnessOf(heard, sentences)).toEqual({ heard: 'set a timer for …', unknown: 'words' });
});

test('talk of which a word or two happen to fit is near to nothing', () => {
  expect(nearnessOf(fits(['turn', 0], ['on', 80], ['the', 80], ['lamp', 80]), sentences)).toBeNull();
  expect(nearnessOf(fits(['turn', 9], ['on', 8], ['the', 9], ['lamp', 80]), sentences)).toBeNull();
});

test('a sentence whose words all fit is near to nothing', () => {
  expect(nearnessOf(fits(['turn', 1], ['on', 1], ['lamp', 1]), sentences)).toBeNull();
  expect(nearnessOf([], sentences)).toBeNull();
});

test('a word is compared with the free phones of its own frames', () => {
  const words = [segment('turn', [0, 9], -1200), segment('lamp', [10, 29], -1500)];
  const free = [segment('AH', [0, 4], -500), segment('T', [5, 9], -500), segment('L', [10, 29], -2000)];
  expect(fitsOf(words, free)).toEqual([
    { word: 'turn', frames: 10, excess: 2 },
    { word: 'lamp', frames: 20, excess: -5 },
  ]);
});
