import { expect, test } from 'vitest';
import { CallSpotter } from '../../../../services/voice/wake/call-spotter.ts';

/** What is told at each score. */
function told(spotter: CallSpotter, scores: readonly number[]): (number | null)[] {
  return scores.map((score) => spotter.follow(Float32Array.of(score))?.score ?? null);
}

test('a candidate is the peak of a rise, of scores that are means of two', () => {
  const spotter = new CallSpotter(1);
  expect(told(spotter, [9, -9, 0, 4, 6, 2, -9])).toEqual([null, null, null, null, null, 5, null]);
});

test('a rise that goes on is not waited for, and told again when it has risen far', () => {
  const spotter = new CallSpotter(1);
  const scores = told(spotter, [2, 2.2, 2.4, 2.6, 2.8, 3, 3.2, 3.2, 3.2]);
  expect(scores.map((score) => score?.toFixed(1))).toEqual([
    ...[undefined, undefined, undefined, '2.5', undefined, undefined, undefined, undefined],
    '3.2',
  ]);
});

test('a plateau is told once, until the score has fallen below the gate', () => {
  const spotter = new CallSpotter(1);
  const scores = told(spotter, [2, 2, 2, 2, 2, 2, 0, 0, 2, 2, 2]);
  expect(scores.flatMap((score, at) => (score === null ? [] : [at]))).toEqual([2, 10]);
});

test('for about a second after a call no other is looked for', () => {
  const spotter = new CallSpotter(1);
  expect(told(spotter, [2, 2, 2])).toEqual([null, null, 2]);
  spotter.rest();
  const after = told(spotter, Array<number>(18).fill(5));
  expect(after.flatMap((score, at) => (score === null ? [] : [at]))).toEqual([14]);
});

test('of several scores at once the highest candidate is told, and how many windows came after it', () => {
  const spotter = new CallSpotter(1);
  expect(spotter.follow(Float32Array.of(1, 1, 0, 3, 3, 0, 0))).toEqual({ score: 3, newerWindows: 2 });
});

test('scores of before an interruption are forgotten, a call just before it is not', () => {
  const spotter = new CallSpotter(1);
  expect(told(spotter, [5, 5])).toEqual([null, null]);
  spotter.interrupt();
  expect(told(spotter, [5, 5, 5])).toEqual([null, null, 5]);
  spotter.rest();
  spotter.interrupt();
  expect(told(spotter, [5, 5, 5])).toEqual([null, null, null]);
  spotter.reset();
  expect(told(spotter, [5, 5, 5])).toEqual([null, null, 5]);
});
