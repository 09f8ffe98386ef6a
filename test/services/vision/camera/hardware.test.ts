import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findHardware, optionsFor } from '../../../../services/vision/camera/hardware.ts';

/** A machine with the device files that are named. */
function machineWith(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'lares-hardware-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { devices: join(folder, 'dev'), classes: join(folder, 'class') };
}

async function find(files: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const keep = (sentence: string) => void lines.push(sentence);
  const parts = {
    log: { info: keep, warn: keep, error: keep },
    signal: new AbortController().signal,
  };
  return { hardware: await findHardware(parts, machineWith(files)), lines };
}

it('finds nothing, and says nothing, on a machine without a decoder', async () => {
  const webcam = { 'class/video0/name': 'HD Webcam C525' };
  expect(await find(webcam)).toEqual({ hardware: null, lines: [] });
});

it.each([
  ['VAAPI', { 'dev/dri/renderD128': '' }],
  ['V4L2 M2M', { 'class/video10/name': 'bcm2835-codec-decode\n' }],
])('tries %s where it is there, and gives up with one line when it fails', async (name, files) => {
  const { hardware, lines } = await find(files);
  expect(hardware).toBeNull();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    new RegExp(`^${name} is there but can't be used: .+ The processor decodes video\\.$`),
  );
});

it('is used only for what it can decode', () => {
  const memory = { name: 'V4L2 M2M', options: ['-c:v', 'h264_v4l2m2m'], families: ['h264'] } as const;
  expect(optionsFor(memory, 'h264')).toEqual(['-c:v', 'h264_v4l2m2m']);
  expect([optionsFor(memory, 'hevc'), optionsFor(null, 'h264')]).toEqual([[], []]);
});
