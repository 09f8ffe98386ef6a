import { mkdtemp, readdir, rm, writeFile, mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StandardNetwork } from '../../models/catalogue.ts';
import {
  compileBuiltinPack,
  fetchStandardPack,
  findNetwork,
  installedNetwork,
  standardPath,
} from '../../models/packs.ts';
import { standardPack } from '../../models/standard-pack.ts';
import { sha256Of } from '../../models/whole-file.ts';

const content = Buffer.from('a network');
const network: StandardNetwork = {
  name: 'yunet',
  role: 'face-detector',
  pack: 'standard',
  file: 'tiny.onnx',
  address: 'http://127.0.0.1:9/tiny.onnx',
  sha256: sha256Of(content),
  sizeBytes: content.length,
  licence: 'none',
  source: 'this test',
  input: '',
  output: '',
};

let models = '';
beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), 'lares-packs-'));
});
afterEach(async () => {
  await rm(models, { recursive: true });
});

describe('compileBuiltinPack', () => {
  it('compiles all networks, once, and clears away what an older version left', async () => {
    await mkdir(join(models, 'builtin'), { recursive: true });
    await writeFile(join(models, 'builtin', 'blazeface-0123456789ab.onnx'), 'old');
    const said: string[] = [];
    const onProgress = (number: number, total: number, name: string): void => {
      said.push(`${number} of ${total}: ${name}`);
    };
    await compileBuiltinPack({ models, onProgress });
    await compileBuiltinPack({ models, onProgress });
    expect(said).toEqual([
      '1 of 5: face-detector',
      '2 of 5: face-landmarks',
      '3 of 5: face-embedder',
      '4 of 5: object-detector',
      '5 of 5: voice-activity',
    ]);
    const files = await readdir(join(models, 'builtin'));
    expect(files.map((file) => file.replace(/-[0-9a-f]{12}\.onnx$/, '')).sort()).toEqual([
      'blazeface',
      'centernet',
      'dlib-resnet',
      'landmark68',
      'silero-vad',
    ]);
    expect((await findNetwork(models, 'face-embedder')).network.name).toBe('dlib-resnet');
  });
});

describe('findNetwork', () => {
  it('says what to do when a network is missing', async () => {
    await expect(findNetwork(models, 'face-detector')).rejects.toMatchObject({
      code: 'missing_model',
      message: 'The face-detector network is not there.',
    });
  });

  it('prefers the standard pack, but not a file of another size', async () => {
    const yunet = standardPack.find(({ name }) => name === 'yunet');
    if (!yunet) throw new Error('The catalogue has no YuNet.');
    await mkdir(join(models, 'standard'));
    await writeFile(standardPath(models, yunet), Buffer.alloc(yunet.sizeBytes - 1));
    expect(await installedNetwork(models, 'face-detector')).toBeNull();
    await writeFile(standardPath(models, yunet), Buffer.alloc(yunet.sizeBytes));
    expect((await installedNetwork(models, 'face-detector'))?.network.name).toBe('yunet');
  });
});

describe('fetchStandardPack from a folder', () => {
  it('copies what is right', async () => {
    const from = await mkdtemp(join(tmpdir(), 'lares-from-'));
    await writeFile(join(from, network.file), content);
    const said: object[] = [];
    await fetchStandardPack({
      models,
      from,
      networks: [network],
      onProgress: (progress) => said.push(progress),
    });
    expect(said).toEqual([{ name: 'yunet', receivedBytes: content.length, totalBytes: content.length }]);
    expect((await stat(standardPath(models, network))).size).toBe(content.length);
    await rm(from, { recursive: true });
  });

  it('refuses what is not there or another file, and leaves nothing behind', async () => {
    const from = await mkdtemp(join(tmpdir(), 'lares-from-'));
    const attempt = fetchStandardPack({ models, from, networks: [network] });
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    await writeFile(join(from, network.file), 'another');
    await expect(fetchStandardPack({ models, from, networks: [network] })).rejects.toMatchObject({
      code: 'damaged',
    });
    expect(await readdir(models)).toEqual([]);
    await rm(from, { recursive: true });
  });
});
