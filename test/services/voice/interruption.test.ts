import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SpeechEmbedding } from '../../../models/speech-embedding.ts';
import { LatestSpeech } from '../../../services/voice/ears.ts';
import { Interruption, type Speaking } from '../../../services/voice/interruption.ts';
import { WakeWord, type KnownPhrase } from '../../../services/voice/wake/wake-word.ts';
import { loudPhrase, openLoudnessEmbedding } from './wake/tiny-networks.ts';

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

/** What comes of so many loud frames while Lares says something; it falls silent at once when it is hushed. */
async function interrupt(saying: string, frames: number): Promise<{ steps: Speaking[]; calls: number }> {
  let said: string | null = saying;
  let calls = 0;
  const interruption = new Interruption({
    voiceActivity: new LatestSpeech({ probability: () => Promise.resolve(1), reset: () => undefined }),
    wakeWord: new WakeWord({ embedding, phrases: [computer, stop], sensitivity: 0.5 }),
    saying: () => said,
    called: () => (calls += 1),
    hush: () => (said = null),
  });
  const steps: Speaking[] = [];
  for (let i = 0; i < frames; i++) {
    const loud = new Float32Array(512).map(() => Math.random() - 0.5);
    const now = await interruption.hear(loud);
    if (now !== steps.at(-1)) steps.push(now);
  }
  return { steps, calls };
}

test('the word that stops Lares ends its speaking', async () => {
  expect(await interrupt('Ask the computer.', 20)).toEqual({
    steps: ['begins', 'speaks', 'stopped', 'ends', 'silent'],
    calls: 0,
  });
});

test('the wake phrase ends its speaking, and then somebody has called', async () => {
  expect(await interrupt('Stop it.', 20)).toEqual({
    steps: ['begins', 'speaks', 'stopped', 'called', 'silent'],
    calls: 1,
  });
});

test('Lares does not interrupt itself', async () => {
  expect(await interrupt('Computer, stop.', 20)).toEqual({ steps: ['begins', 'speaks'], calls: 0 });
});
