import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SpeechEmbedding } from '../../../../models/speech-embedding.ts';
import { WakeWord, type KnownPhrase, type Wake } from '../../../../services/voice/wake/wake-word.ts';
import { loudPhrase, openLoudnessEmbedding } from './tiny-networks.ts';

let embedding: SpeechEmbedding;
let computer: KnownPhrase;
let stop: KnownPhrase;

beforeAll(async () => {
  embedding = await openLoudnessEmbedding();
  computer = await loudPhrase('computer', 9);
  stop = await loudPhrase('stop', 9, true);
});

afterAll(async () => {
  for (const network of [embedding, computer.heads, stop.heads]) await network.close();
});

/** Seconds of white noise that is this loud. */
function noise(seconds: number, loudness: number): Float32Array[] {
  let seed = 1;
  return Array.from({ length: Math.round((seconds * 16_000) / 512) }, () =>
    new Float32Array(512).map(() => {
      seed = (seed * 48_271) % 2_147_483_647;
      return loudness * (seed / 1_073_741_824 - 1);
    }),
  );
}

async function hear(
  wakeWord: WakeWord,
  frames: readonly Float32Array[],
  how: { readonly speech?: number; readonly saying?: string } = {},
): Promise<readonly (Wake & { frame: number })[]> {
  const heard: (Wake & { frame: number })[] = [];
  for (const [frame, samples] of frames.entries()) {
    const wake = await wakeWord.hear(samples, how.speech ?? 1, { saying: how.saying ?? null });
    if (wake !== null) heard.push({ ...wake, frame });
  }
  return heard;
}

const quiet = noise(1, 0.001);
const loud = noise(0.6, 0.3);

test('a call is told while speech goes on, with its sound from its beginning to now', async () => {
  const wakeWord = new WakeWord({ embedding, phrases: [computer], sensitivity: 0.5 });
  const [wake, ...others] = await hear(wakeWord, [...quiet, ...loud, ...quiet]);
  expect(others).toEqual([]);
  expect(wake).toMatchObject({ phrase: 'computer', stops: false, sure: true });
  // Two windows of 80 ms after the loud sound has begun, and the chunk that was not complete.
  expect(wake?.frame).toBeGreaterThanOrEqual(quiet.length + 4);
  expect(wake?.frame).toBeLessThan(quiet.length + 11);
  // 8 letters of 80 ms and a margin of 250 ms.
  expect(wake?.sound).toHaveLength(0.89 * 16_000 + (wake?.endedSamplesAgo ?? NaN));
  expect(wake?.endedSamplesAgo).toBeLessThan(2 * 1280 + 512);
});

test('where nobody speaks no network listens, and what came before speech is heard once it begins', async () => {
  const wakeWord = new WakeWord({ embedding, phrases: [computer], sensitivity: 0.5 });
  expect(await hear(wakeWord, [...quiet, ...loud], { speech: 0.1 })).toEqual([]);
  expect(wakeWord.likeness).toBe(0);
  const [wake] = await hear(wakeWord, noise(0.032, 0.001));
  expect(wake).toMatchObject({ sure: true });
});

test('sensitivity decides what is enough, and likeness is 0.5 where it is', async () => {
  const frames = [...quiet, ...loud];
  const scores = new WakeWord({ embedding, phrases: [computer], sensitivity: 0, reports: 'every candidate' });
  const score = Math.max(...(await hear(scores, frames)).map((wake) => wake.score));
  const heads = async (bias: number) => ({ ...computer, heads: (await loudPhrase('computer', bias)).heads });
  // Now the loudest scores 0: enough in the middle, too little for calm ears.
  const phrase = await heads(9 + score);
  const keen = new WakeWord({ embedding, phrases: [phrase], sensitivity: 0.51 });
  expect((await hear(keen, frames)).map(({ sure }) => sure)).toEqual([true]);
  const calm = new WakeWord({ embedding, phrases: [phrase], sensitivity: 0.3 });
  expect((await hear(calm, frames)).map(({ sure }) => sure)).toEqual([false]);
  expect(calm.likeness).toBeCloseTo(1 / (1 + Math.exp(0.4)), 1);
  const deaf = new WakeWord({ embedding, phrases: [phrase], sensitivity: 0 });
  expect(await hear(deaf, frames)).toEqual([]);
});

test('a second look may lift what the heads find, and take it down', async () => {
  const scores = new WakeWord({ embedding, phrases: [computer], sensitivity: 0, reports: 'every candidate' });
  const score = Math.max(...(await hear(scores, [...quiet, ...loud])).map((wake) => wake.score));
  const looks: number[] = [];
  const judged = async (lift: number): Promise<readonly boolean[]> => {
    const { heads } = await loudPhrase('computer', 9 + score + 0.5);
    const secondLook = {
      lift: (sound: Float32Array) => looks.push(sound.length) * 0 + lift,
      close: () => undefined,
    };
    const phrases = [{ ...computer, heads, secondLook }];
    const wakeWord = new WakeWord({ embedding, phrases, sensitivity: 0.5 });
    return (await hear(wakeWord, [...quiet, ...loud, ...quiet])).map(({ sure }) => sure);
  };
  expect(await judged(0.8)).toEqual([true]);
  expect(await judged(0)).toEqual([false]);
  expect(await judged(-1.6)).toEqual([]);
  // Each time one look at the phrase, half a second before it, and what came after it.
  expect(looks).toHaveLength(3);
  for (const samples of looks) expect(samples).toBeGreaterThan(1.39 * 16_000);
});

test('what is a call most likely is told before the second look', async () => {
  const scores = new WakeWord({ embedding, phrases: [computer], sensitivity: 0, reports: 'every candidate' });
  const score = Math.max(...(await hear(scores, [...quiet, ...loud])).map((wake) => wake.score));
  const told = async (above: number, looks: boolean): Promise<readonly string[]> => {
    const order: string[] = [];
    const { heads } = await loudPhrase('computer', 9 + score - above);
    const secondLook = { lift: () => order.push('look') * 0, close: () => undefined };
    const phrases = [{ ...computer, heads, secondLook: looks ? secondLook : null }];
    const wakeWord = new WakeWord({ embedding, phrases, sensitivity: 0.5 });
    const noticed = (): Promise<void> => Promise.resolve(void order.push('noticed'));
    for (const frame of [...quiet, ...loud]) await wakeWord.hear(frame, 1, { noticed });
    return order;
  };
  expect(await told(1.5, true)).toEqual(['noticed', 'look']);
  // A look takes 1.2 from most calls: what has less than that to spare is none, most likely.
  expect(await told(0.9, true)).toEqual(['look']);
  expect(await told(1.5, false)).toEqual([]);
});

test('the word that stops Lares is heard while it speaks, and no word that it says itself', async () => {
  const heard = async (saying?: string): Promise<readonly string[]> => {
    const wakeWord = new WakeWord({ embedding, phrases: [computer, stop], sensitivity: 0.5 });
    const calls = await hear(wakeWord, [...quiet, ...loud], saying === undefined ? {} : { saying });
    return calls.map(({ phrase }) => phrase);
  };
  expect(await heard()).toEqual(['computer']);
  expect(await heard('Ask the Computer.')).toEqual(['stop']);
  expect(await heard('Computer, stop!')).toEqual([]);
});

test('after a reset nothing is left of what was heard', async () => {
  const wakeWord = new WakeWord({ embedding, phrases: [computer], sensitivity: 0.5 });
  await hear(wakeWord, [...quiet, ...loud], { speech: 0 });
  wakeWord.reset();
  expect(await hear(wakeWord, quiet)).toEqual([]);
});
