import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { VoiceActivity } from '../../models/voice-activity.ts';
import { compiledPack } from './compiled-pack.ts';

const hasSpeech = spawnSync('espeak-ng', ['--version']).status === 0;

/** Speech at 16 kHz, -1..1. */
function speech(): Float32Array {
  const wav = spawnSync('espeak-ng', ['--stdout', 'computer, turn on the kitchen light']).stdout;
  const pcm = spawnSync('sox', ['-t', 'wav', '-', '-t', 's16', '-r', '16000', '-c', '1', '-'], {
    input: wav,
  }).stdout;
  return Float32Array.from({ length: pcm.length / 2 }, (_, i) => pcm.readInt16LE(i * 2) / 32_768);
}

async function probabilities(voice: VoiceActivity, samples: Float32Array): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i + 512 <= samples.length; i += 512) {
    found.push(await voice.probability(samples.subarray(i, i + 512)));
  }
  return found;
}

describe('VoiceActivity', () => {
  let voice: VoiceActivity;
  beforeAll(async () => {
    voice = await VoiceActivity.open(await compiledPack());
  }, 120_000);

  it('hears nothing in silence and in a steady tone, and gives the same after a reset', async () => {
    const tone = Float32Array.from({ length: 512 * 20 }, (_, i) => 0.3 * Math.sin(i / 5));
    const first = await probabilities(voice, tone);
    expect(Math.max(...first.slice(2))).toBeLessThan(0.3);
    voice.reset();
    expect(await probabilities(voice, tone)).toEqual(first);
    voice.reset();
    expect(Math.max(...(await probabilities(voice, new Float32Array(512 * 10))))).toBeLessThan(0.2);
  });

  it.skipIf(!hasSpeech)('hears speech (needs espeak-ng and sox)', async () => {
    voice.reset();
    const found = await probabilities(voice, speech());
    expect(found.filter((probability) => probability > 0.5).length / found.length).toBeGreaterThan(0.5);
  });

  it('refuses a frame of another length', async () => {
    await expect(voice.probability(new Float32Array(500))).rejects.toThrow('A frame has 512 samples');
  });
});
