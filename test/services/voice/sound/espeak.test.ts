import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { espeak, espeakSound } from '../../../../services/voice/sound/espeak.ts';
import { synthesise } from '../../../../services/voice/sound/speaker.ts';

const hasEspeak = spawnSync('espeak-ng', ['--version']).status === 0;

describe.skipIf(!hasEspeak)('espeak-ng (skipped where it is not installed)', () => {
  test('the language decides the voice', async () => {
    const [english, german] = [await espeakSound('The garden', 'en'), await espeakSound('The garden', 'de')];
    expect(english.sampleRateHz).toBe(22_050);
    expect(english.samples.length).toBeGreaterThan(10_000);
    expect(german.samples.length).not.toBe(english.samples.length);
  });

  test('it is as loud as it can be without distortion', async () => {
    const { samples } = await espeakSound('All of the lights are on.', 'en');
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(peak).toBeGreaterThan(0.4);
    expect(peak).toBeLessThan(1);
  });

  test('a text that begins like an option is only text', async () => {
    const help = (await espeak(['-q', '-x', '-v', 'en-us', '--stdin'], '--help')).toString('utf8');
    expect(help.trim()).toContain('h');
    expect(help).not.toContain('espeak');
  });

  test('a signal ends it', async () => {
    const { samples } = await espeakSound('All right.', 'en', AbortSignal.abort());
    expect(samples).toHaveLength(0);
  });
});

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

test.skipIf(!hasEspeak || !hasFfmpeg)(
  'phonemes in brackets are words, and a text without a sound is none',
  async () => {
    expect(await synthesise('[[h@loU]]')).toEqual(await synthesise('h@loU'));
    expect(await synthesise('\u0000\u0007')).toEqual(await synthesise(''));
  },
);
