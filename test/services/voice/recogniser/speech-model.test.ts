import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installedSpeechModels, speechFiles } from '../../../../services/voice/recogniser/speech-model.ts';

const zipformer = [
  'README.md',
  'bpe.model',
  ...['encoder', 'decoder', 'joiner'].flatMap((part) => [
    `${part}-epoch-99-avg-1-chunk-16-left-128.int8.onnx`,
    `${part}-epoch-99-avg-1-chunk-16-left-128.onnx`,
  ]),
  'tokens.txt',
];
const whisper = ['encoder', 'decoder'].flatMap((part) => [
  `tiny.en-${part}.int8.onnx`,
  `tiny.en-${part}.onnx`,
]);

test('a zipformer is known by its joiner; 8-bit weights are taken for all but the decoder', () => {
  expect(speechFiles('/m', zipformer, 'en')).toEqual({
    kind: 'zipformer',
    encoder: '/m/encoder-epoch-99-avg-1-chunk-16-left-128.int8.onnx',
    decoder: '/m/decoder-epoch-99-avg-1-chunk-16-left-128.onnx',
    joiner: '/m/joiner-epoch-99-avg-1-chunk-16-left-128.int8.onnx',
    tokens: '/m/tokens.txt',
  });
});

test('a Whisper has an encoder and a decoder', () => {
  expect(speechFiles('/m', [...whisper, 'tiny.en-tokens.txt'], 'de')).toEqual({
    kind: 'whisper',
    encoder: '/m/tiny.en-encoder.int8.onnx',
    decoder: '/m/tiny.en-decoder.int8.onnx',
    tokens: '/m/tiny.en-tokens.txt',
    language: 'de',
  });
});

test('without tokens, or with other files, the kind is not known', () => {
  expect([whisper, ['model.onnx', 'tokens.txt'], []].map((names) => speechFiles('/m', names, 'en'))).toEqual([
    null,
    null,
    null,
  ]);
});

test('models are found by folder, in the order of their names; files beside them are none', async () => {
  const models = await mkdtemp(join(tmpdir(), 'lares-speech-'));
  try {
    expect(await installedSpeechModels(models, 'en')).toEqual([]);
    for (const folder of ['b', 'a']) await mkdir(join(models, 'speech', folder), { recursive: true });
    await writeFile(join(models, 'speech', 'tokens.txt'), '');
    for (const name of [...whisper, 'tokens.txt']) await writeFile(join(models, 'speech', 'b', name), '');
    const found = await installedSpeechModels(models, 'en');
    expect(found.map(({ folder, files }) => [folder, files?.kind])).toEqual([
      ['a', undefined],
      ['b', 'whisper'],
    ]);
  } finally {
    await rm(models, { recursive: true });
  }
});
