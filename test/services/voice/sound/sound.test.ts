import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Trouble } from '../../../../services/contract/trouble.ts';
import { framesOf, floatsOf, int16Of, readSound } from '../../../../services/voice/sound/sound.ts';

test('samples become frames of 512, the last filled with silence', () => {
  const frames = [...framesOf(new Float32Array(600).fill(0.5))];
  expect(frames.map((frame) => frame.length)).toEqual([512, 512]);
  expect([frames[1]?.[87], frames[1]?.[88]]).toEqual([0.5, 0]);
});

test('integers and fractions are the same sound; what is too loud is clipped', () => {
  expect(int16Of(Float32Array.of(0, 0.5, -1, 2, -2))).toEqual(
    Int16Array.of(0, 16_384, -32_768, 32_767, -32_768),
  );
  expect(floatsOf(Buffer.from([0, 64, 0, 128]))).toEqual(Float32Array.of(0.5, -1));
});

const ffmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
describe.skipIf(!ffmpeg)('with ffmpeg (skipped where it is not installed)', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lares-sound-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** A second of a tone of 440 Hz. */
  function tone(name: string, ...options: string[]): string {
    const path = join(folder, name);
    const made = spawnSync('ffmpeg', [
      ...['-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=1'],
      ...options,
      path,
    ]);
    expect(made.status).toBe(0);
    return path;
  }

  async function trouble(path: string): Promise<unknown> {
    return readSound(path).catch((error: unknown) => (error instanceof Trouble ? error.code : error));
  }

  test('wav, flac and mp3 of any rate and channel count become 16 kHz mono', async () => {
    for (const path of [
      tone('stereo.wav', '-ar', '44100', '-ac', '2'),
      tone('mono.flac', '-ar', '8000', '-ac', '1'),
      tone('loud.mp3', '-ar', '48000'),
    ]) {
      const samples = await readSound(path);
      expect(Math.abs(samples.length - 16_000)).toBeLessThan(2000);
      const crossings = samples.filter((sample, i) => sample >= 0 && (samples[i - 1] ?? 0) < 0).length;
      expect(Math.abs(crossings - 440)).toBeLessThan(5);
    }
  });

  test('a file that is cut off, empty, or no sound is told', async () => {
    for (const name of ['whole.wav', 'whole.flac']) {
      const bytes = await readFile(tone(name, '-ar', '16000'));
      await writeFile(join(folder, `cut-${name}`), bytes.subarray(0, bytes.length - 1500));
      expect(await trouble(join(folder, `cut-${name}`))).toBe('bad_input');
    }
    await writeFile(join(folder, 'empty.wav'), '');
    await writeFile(join(folder, 'text.wav'), 'This is no sound.');
    expect(await trouble(join(folder, 'empty.wav'))).toBe('bad_input');
    expect(await trouble(join(folder, 'text.wav'))).toBe('bad_input');
    expect(await trouble(join(folder, 'none.wav'))).toBe('not_found');
    expect(await trouble(folder)).toBe('not_found');
  });
});
