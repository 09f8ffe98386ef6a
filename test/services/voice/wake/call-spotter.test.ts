import { expect, test } from 'vitest';
import { CallSpotter } from '../../../../services/voice/wake/call-spotter.ts';

/** What is told at each score: the smoothed score of a call, with a question mark where it is only likely. */
function told(spotter: CallSpotter, scores: readonly number[]): string[] {
  return scores.map((score) => {
    const call = spotter.follow(Float32Array.of(score));
    return call === null ? '-' : `${call.score}${call.sure ? '' : '?'}`;
  });
}

test('a call needs two scores whose mean is high enough', () => {
  const spotter = new CallSpotter({ sure: 2, likely: 1 });
  expect(told(spotter, [9, -9, 0, 4])).toEqual(['-', '-', '-', '2']);
});

test('a likely call is told once, and may become sure', () => {
  const spotter = new CallSpotter({ sure: 2, likely: 1 });
  expect(told(spotter, [1, 1, 1, 3, 3])).toEqual(['-', '1?', '-', '2', '-']);
});

test('for about a second after a call no other is told', () => {
  const spotter = new CallSpotter({ sure: 2, likely: 1 });
  const told25 = told(spotter, Array<number>(25).fill(5));
  expect(told25.flatMap((one, at) => (one === '-' ? [] : [at]))).toEqual([1, 15]);
});

test('of several scores at once the best call is told, and how many windows came after it', () => {
  const spotter = new CallSpotter({ sure: 2, likely: 1 });
  expect(spotter.follow(Float32Array.of(1, 1, 3, 0, 0))).toEqual({ sure: true, score: 2, newerWindows: 2 });
});

test('scores of before an interruption are forgotten, a call just before it is not', () => {
  const spotter = new CallSpotter({ sure: 2, likely: 1 });
  expect(told(spotter, [5])).toEqual(['-']);
  spotter.interrupt();
  expect(told(spotter, [5, 5])).toEqual(['-', '5']);
  spotter.interrupt();
  expect(told(spotter, [5, 5])).toEqual(['-', '-']);
  spotter.reset();
  expect(told(spotter, [5, 5])).toEqual(['-', '5']);
});
