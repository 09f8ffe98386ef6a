import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Microphone } from '../../../../services/voice/sound/microphone.ts';

const path = process.env['PATH'];
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lares-microphone-'));
});

afterEach(async () => {
  process.env['PATH'] = path;
  await rm(folder, { recursive: true });
});

/** Puts recorders of our own before those of the machine. */
async function install(programs: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  }
  process.env['PATH'] = `${folder}${delimiter}${path ?? ''}`;
}

test('the sound of the recorder comes as frames, and the recorder ends with the signal', async () => {
  // Bytes 0x40 0x40 are samples of 0.502.
  await install({ arecord: 'while :; do head -c 1500 /dev/zero | tr "\\0" "@"; sleep 0.05; done' });
  const states: string[] = [];
  const stop = new AbortController();
  const frames: Float32Array[] = [];
  for await (const recording of new Microphone((state) => states.push(state)).recordings(stop.signal)) {
    for await (const frame of recording) {
      frames.push(frame);
      if (frames.length === 3) stop.abort();
      if (frames.length > 60) throw new Error('The recorder went on.');
    }
  }
  expect(frames[0]).toEqual(new Float32Array(512).fill(0x4040 / 32_768));
  expect(states).toEqual(['hearing']);
});

test('the other recorder is tried when the first has no device; without any there is none', async () => {
  await install({ arecord: 'exit 1', sox: 'head -c 2048 /dev/zero; exit 2' });
  const stop = new AbortController();
  const states: string[] = [];
  const microphone = new Microphone((state) => {
    states.push(state);
    if (state === 'none') stop.abort();
  });
  const lengths: number[] = [];
  for await (const recording of microphone.recordings(stop.signal)) {
    lengths.push(0);
    for await (const frame of recording)
      lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + frame.length / 512;
  }
  expect(lengths).toEqual([0, 2]);
  expect(states).toEqual(['hearing', 'none']);
});

test('a machine without any recorder is no error', async () => {
  process.env['PATH'] = folder;
  const stop = new AbortController();
  const states: string[] = [];
  const microphone = new Microphone((state) => {
    states.push(state);
    stop.abort();
  });
  for await (const recording of microphone.recordings(stop.signal))
    for await (const _ of recording) throw new Error('There is no microphone.');
  process.env['PATH'] = path;
  expect(states).toEqual(['none']);
});

test('a microphone that was unplugged begins another recording when it is there again', async () => {
  const marker = join(folder, 'unplugged');
  const first = `touch ${marker}; head -c 2048 /dev/zero; exit 1`;
  await install({
    arecord: `if [ -e ${marker} ]; then head -c 1024 /dev/zero; else ${first}; fi`,
    sox: 'exit 1',
  });
  const stop = new AbortController();
  const states: string[] = [];
  const lengths: number[] = [];
  const microphone = new Microphone((state) => states.push(state), { retryMs: 10 });
  for await (const recording of microphone.recordings(stop.signal)) {
    let frames = 0;
    for await (const _ of recording) frames += 1;
    if (frames > 0) lengths.push(frames);
    if (lengths.length === 2) stop.abort();
  }
  expect(lengths).toEqual([2, 1]);
  expect(states).toEqual(['hearing', 'none', 'hearing']);
});
