import { expect, test } from 'vitest';
import { Progress } from '../../../../services/voice/recogniser/progress.ts';

const frame = 512;

/** What is known after each of the readings, one a frame of 32 ms. */
function follow(readings: readonly string[]): readonly string[] {
  const progress = new Progress((text) => text === 'turn on the light');
  return readings.map((reading) => {
    progress.follow(reading, frame);
    return progress.completeness;
  });
}

test('a sentence of the grammar is complete as soon as it has stayed the same for a while', () => {
  const stays = Array<string>(6).fill('turn on the light');
  expect(follow(['', 'turn', ...stays])).toEqual([
    'nothing',
    'incomplete',
    'incomplete',
    'incomplete',
    'incomplete',
    'incomplete',
    'incomplete',
    'complete',
  ]);
});

test('one more word makes it incomplete again', () => {
  const stays = Array<string>(6).fill('turn on the light');
  expect(follow([...stays, 'turn on the light in']).slice(-2)).toEqual(['complete', 'incomplete']);
});

test('part of a sentence stays incomplete, and silence is nothing', () => {
  expect(follow(Array<string>(8).fill('turn on')).at(-1)).toBe('incomplete');
  expect(follow(Array<string>(8).fill('')).at(-1)).toBe('nothing');
});

test('another utterance begins with nothing', () => {
  const progress = new Progress(() => true);
  for (let i = 0; i < 9; i++) progress.follow('stop', frame);
  progress.reset();
  expect(progress.completeness).toBe('nothing');
});
