import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownersNetworks } from '../../../services/cli/owners-networks.ts';

const tiny = join(import.meta.dirname, '../../fixtures/tiny-speech');
let models = '';
beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), 'lares-own-'));
});
afterEach(() => rm(models, { recursive: true }));

test('without any it is told where they go', async () => {
  expect(await ownersNetworks(models)).toEqual([
    `  voice: espeak-ng speaks. A Piper voice for sherpa-onnx goes into ${models}/voices, in a folder of its own.`,
    `  commands: PocketSphinx. A zipformer or Whisper for sherpa-onnx goes into ${models}/speech, likewise.`,
  ]);
});

test('what is there is named, and what is wrong with it', async () => {
  for (const folder of ['de_DE-tiny', 'nameless']) {
    await cp(join(tiny, 'piper'), join(models, 'voices', folder), { recursive: true });
    await mkdir(join(models, 'voices', folder, 'espeak-ng-data'));
    await writeFile(join(models, 'voices', folder, 'espeak-ng-data/phontab'), '');
  }
  await cp(join(tiny, 'piper'), join(models, 'voices/en_US-half'), { recursive: true });
  for (const kind of ['zipformer', 'whisper'])
    await cp(join(tiny, kind), join(models, 'speech', kind), { recursive: true });
  await mkdir(join(models, 'speech/empty'));
  expect(await ownersNetworks(models)).toEqual([
    '✓ voice de_DE-tiny: Piper, speaks de',
    '✗ voice en_US-half: an .onnx file, tokens.txt or espeak-ng-data/ is missing.',
    '✗ voice nameless: which language? Name the folder like en_US-amy or de_DE-thorsten.',
    '✗ speech model empty: its files are neither those of a zipformer nor of a Whisper.',
    '✓ speech model whisper: whisper, used where the settings say sherpa-onnx',
    '✓ speech model zipformer: zipformer, used where the settings say sherpa-onnx',
  ]);
});
