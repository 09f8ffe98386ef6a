import { expect, test } from 'vitest';
import { Listening } from '../../../services/voice/listening.ts';
import type { Completeness } from '../../../services/voice/recogniser/command.ts';

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

test('a whole command is answered after a short pause, part of one waits for its end', async () => {
  const spoken = [...times(10, 0.9), ...times(60, 0)];
  const silence = async (completeness: Completeness): Promise<number> =>
    (await hear(new Listening(voice, { completeness }), spoken)).findIndex((kind) => kind.startsWith('end')) -
    9;
  expect(await silence('complete')).toBe(10);
  expect(await silence('unknown')).toBe(19);
  expect(await silence('nothing')).toBe(19);
  expect(await silence('incomplete')).toBe(29);
});

test('what becomes a whole command during the pause ends it', async () => {
  const said: { completeness: Completeness } = { completeness: 'incomplete' };
  const listening = new Listening(voice, said);
  expect((await hear(listening, [...times(10, 0.9), ...times(15, 0)])).at(-1)).toBe('speech 1');
  said.completeness = 'complete';
  expect(await hear(listening, [0])).toEqual(['end 26']);
});

test('ten minutes of talk without a pause are never more than one utterance in memory', async () => {
  const heard = await hear(new Listening(voice, { completeness: 'incomplete' }), times(18_750, 0.9));
  const lengths = heard.flatMap((kind) => (kind.startsWith('end') ? [Number(kind.slice(4))] : []));
  expect(lengths.length).toBe(41);
  expect(new Set(lengths)).toEqual(new Set([469]));
});
