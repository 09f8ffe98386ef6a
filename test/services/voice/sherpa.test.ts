import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Session } from '../../../models/session.ts';
import { openTransducer } from '../../../services/voice/sherpa.ts';
import { worksInSherpa } from '../../../services/voice/sherpa-trial.ts';

const root = join(import.meta.dirname, '../../..');
const tiny = join(root, 'test/fixtures/tiny-speech/zipformer');
const files = {
  kind: 'zipformer',
  encoder: join(tiny, 'encoder.onnx'),
  decoder: join(tiny, 'decoder.onnx'),
  joiner: join(tiny, 'joiner.onnx'),
  tokens: join(tiny, 'tokens.txt'),
} as const;
const signal = new AbortController().signal;

// The package is an optional dependency.
describe.skipIf(!existsSync(join(root, 'node_modules/sherpa-onnx-node')))(
  'sherpa-onnx',
  { timeout: 120_000 },
  () => {
    test('lives in one process with the onnxruntime of the other networks, which is another version', async () => {
      const joiner = await Session.open(files.joiner);
      const run = async (): Promise<Float32Array> => {
        const data = new Float32Array(8).fill(0);
        data[3] = 1;
        const outputs = await joiner.run({
          encoder_out: { data: Float32Array.of(1), shape: [1, 1] },
          decoder_out: { data, shape: [1, 8] },
        });
        return outputs.floats('logit').data;
      };
      const before = await run();
      const recogniser = await openTransducer(files);
      const stream = recogniser.createStream();
      stream.acceptWaveform({
        samples: Float32Array.from({ length: 16_000 }, () => Math.random() - 0.5),
        sampleRate: 16_000,
      });
      while (recogniser.isReady(stream)) recogniser.decode(stream);
      expect(recogniser.getResult(stream).text.trim()).toBe('COMPUTER TURN ON THE KITCHEN LIGHT');
      expect(await run()).toEqual(before);
      expect(before).toEqual(Float32Array.of(12, 0, 0, 30, 0, 0, 0, 0));
      await joiner.close();
    });

    test('a trial tells networks that work from those that would end the process', async () => {
      expect(await worksInSherpa(files, signal)).toBe(true);
      expect(await worksInSherpa({ ...files, tokens: join(tiny, 'nothing.txt') }, signal)).toBe(false);
      expect(await worksInSherpa({ ...files, encoder: files.tokens }, signal)).toBe(false);
      expect(await worksInSherpa({ ...files, encoder: files.joiner }, signal)).toBe(false);
    });

    test('a trial ends with its signal', async () => {
      const others = {
        ...files,
        tokens: join(tiny, '../zipformer/./tokens.txt'),
        joiner: join(tiny, 'encoder.onnx'),
      };
      expect(await worksInSherpa(others, AbortSignal.abort())).toBe(false);
    });

    test('the network that was opened last is not opened again', async () => {
      expect(await openTransducer({ ...files })).toBe(await openTransducer(files));
    });
  },
);
