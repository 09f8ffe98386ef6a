import { expect, test } from 'vitest';
import { Listening } from '../../../services/voice/listening.ts';

/** Frames whose first sample says how likely they are speech. */
const voice = {
  probability: (frame: Float32Array) => Promise.resolve(frame[0] ?? 0),
  reset: () => undefined,
};

function frame(probability: number): Float32Array {
  return new Float32Array(512).fill(probability);
}

/** The kinds of what was heard, with how many frames came along. */
async function hear(listening: Listening, probabilities: readonly number[]): Promise<string[]> {
  const kinds: string[] = [];
  for (const probability of probabilities) {
    const heard = await listening.hear(frame(probability));
    const frames =
      heard.kind === 'speech'
        ? heard.samples.length / 512
        : heard.kind === 'end'
          ? heard.utterance.length / 512
          : 0;
    kinds.push(heard.kind === 'silence' ? 'silence' : `${heard.kind} ${frames}`);
  }
  return kinds;
}

function times(count: number, value: number): readonly number[] {
  return Array.from({ length: count }, () => value);
}

test('speech begins at the second loud frame, with the sound before it, and ends after a pause', async () => {
  const heard = await hear(new Listening(voice), [...times(20, 0), 0.9, 0.9, 0.4, ...times(19, 0.1)]);
  expect(heard.slice(19, 24)).toEqual(['silence', 'silence', 'speech 15', 'speech 1', 'speech 1']);
  expect(heard.at(-1)).toBe(`end ${15 + 1 + 19}`);
});

test('one loud frame is a click', async () => {
  expect(await hear(new Listening(voice), [0, 0.9, 0, 0.9, 0])).toEqual(times(5, 0).map(() => 'silence'));
});

test('a soft syllable does not end a sentence', async () => {
  const heard = await hear(new Listening(voice), [0.9, 0.9, ...times(18, 0.1), 0.4, ...times(18, 0.1)]);
  expect(heard.slice(2).every((kind) => kind === 'speech 1')).toBe(true);
});

test('speech without a pause is cut after 15 s, and goes on with an overlap', async () => {
  const heard = await hear(new Listening(voice), times(480, 0.9));
  const ends = heard.flatMap((kind, at) => (kind.startsWith('end') ? [at] : []));
  expect(ends).toEqual([468]);
  expect(heard[468]).toBe('end 469');
  expect(heard[469]).toBe('speech 15');
});

test('only the newest sound of an utterance is kept when asked', async () => {
  const listening = new Listening(voice);
  await hear(listening, times(100, 0.9));
  listening.keepNewest(5 * 512);
  const heard = await hear(listening, times(19, 0));
  expect(heard.at(-1)).toBe('end 24');
});

test('after a reset nothing is left', async () => {
  const listening = new Listening(voice);
  await hear(listening, times(10, 0.9));
  listening.reset();
  expect(await hear(listening, [0.9, 0.9])).toEqual(['silence', 'speech 2']);
});
