import { expect, test } from 'vitest';
import { nearnessOf } from '../../../../services/voice/recogniser/nearness.ts';
import type { Segment } from '../../../../services/voice/recogniser/pocketsphinx.ts';

/** Words of ten frames each; free phones explain each frame with -100, a word by `ratio` times as much. */
function words(ratios: readonly (readonly [string, number])[]): readonly Segment[] {
  return ratios.map(([word, ratio], at) => ({
    word,
    firstFrame: at * 10,
    lastFrame: at * 10 + 9,
    acoustic: -1000 * ratio,
    score: 0,
  }));
}

const free: readonly Segment[] = words(Array.from({ length: 20 }, () => ['AH', 1] as const));
const names = new Set(['kitchen', 'lamp']);

test('words that fit before a name that does not are what was understood', () => {
  const heard = words([
    ['turn', 0.8],
    ['on', 0.9],
    ['the', 1],
    ['kitchen', 1.6],
    ['lamp', 1.5],
  ]);
  expect(nearnessOf(heard, free, names)).toEqual({ heard: 'turn on the …', unknown: 'name' });
});

test('words that fit badly and are no names are just words', () => {
  const heard = words([
    ['set', 0.8],
    ['a', 0.9],
    ['timer', 1],
    ['for', 0.9],
    ['ten', 1.7],
    ['minutes', 0.9],
  ]);
  expect(nearnessOf(heard, free, names)).toEqual({ heard: 'set a timer for …', unknown: 'words' });
});

test('talk of which one word happens to fit is near to nothing', () => {
  const one = words([
    ['turn', 0.8],
    ['on', 1.6],
    ['the', 1.7],
    ['lamp', 1.5],
  ]);
  expect(nearnessOf(one, free, names)).toBeNull();
  const many = words([
    ['turn', 1.2],
    ['on', 1.2],
    ['the', 1.1],
    ['lamp', 1.5],
  ]);
  expect(nearnessOf(many, free, names)).toBeNull();
});

test('a sentence whose words all fit is near to nothing', () => {
  expect(
    nearnessOf(
      words([
        ['turn', 1],
        ['on', 1],
        ['lamp', 1],
      ] as const),
      free,
      names,
    ),
  ).toBeNull();
  expect(nearnessOf([], [], names)).toBeNull();
});
