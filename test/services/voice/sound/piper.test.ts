import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installedVoices } from '../../../../services/voice/sound/piper.ts';

let models = '';
beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), 'lares-voices-'));
});
afterEach(() => rm(models, { recursive: true }));

async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(models, 'voices', folder, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text);
  }
}
const whole = { 'tokens.txt': '', 'espeak-ng-data/phontab': '' };
const languages = async () =>
  (await installedVoices(models)).map(({ folder, language, files }) => [folder, language, files !== null]);

test('without the folder there is no voice', async () => {
  expect(await installedVoices(models)).toEqual([]);
});

test('the language is that of the description, else of the name of the file or of the folder', async () => {
  await put('a', { ...whole, 'x.onnx': '', 'x.onnx.json': JSON.stringify({ language: { code: 'de_DE' } }) });
  await put('b', { ...whole, 'x.onnx': '', 'x.onnx.json': JSON.stringify({ espeak: { voice: 'en-us' } }) });
  await put('c', { ...whole, 'de_DE-thorsten-medium.onnx': '' });
  await put('vits-piper-en_US-amy-low', { ...whole, 'amy.onnx': '', 'amy.onnx.json': '{ damaged' });
  await put('voice', { ...whole, 'x.onnx': '', 'x.onnx.json': '{"language":7}' });
  expect(await languages()).toEqual([
    ['a', 'de', true],
    ['b', 'en', true],
    ['c', 'de', true],
    ['vits-piper-en_US-amy-low', 'en', true],
    ['voice', '', true],
  ]);
});

test('a voice without one of its files is not whole', async () => {
  await put('en_US-a', { 'tokens.txt': '', 'espeak-ng-data/phontab': '' });
  await put('en_US-b', { 'x.onnx': '', 'espeak-ng-data/phontab': '' });
  await put('en_US-c', { 'x.onnx': '', 'tokens.txt': '' });
  expect(await languages()).toEqual([
    ['en_US-a', 'en', false],
    ['en_US-b', 'en', false],
    ['en_US-c', 'en', false],
  ]);
});
