import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Trouble } from '../../../services/contract/trouble.ts';
import { openEngine } from '../../../services/voice/engine.ts';
import { buildGrammar, loadPhrases } from '../../../services/voice/phrases/intents.ts';
import { Decoder } from '../../../services/voice/recogniser/pocketsphinx.ts';
import { PocketSphinxEngine } from '../../../services/voice/recogniser/pocketsphinx-engine.ts';
import { StreamingEngine } from '../../../services/voice/recogniser/sherpa-streaming.ts';
import { HOME } from './phrases/home.ts';

const root = join(import.meta.dirname, '../../..');
const hasSherpa = existsSync(join(root, 'node_modules/sherpa-onnx-node'));
const { signal } = new AbortController();

function hasPocketSphinx(): boolean {
  try {
    new Decoder({}).close();
    return true;
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
}

describe.skipIf(!hasPocketSphinx())(
  'what recognises commands (skipped without PocketSphinx)',
  { timeout: 120_000 },
  () => {
    let models = '';
    beforeEach(async () => {
      models = await mkdtemp(join(tmpdir(), 'lares-engine-'));
    });
    afterEach(() => rm(models, { recursive: true }));

    const parts = () => ({
      grammar: buildGrammar(loadPhrases('en', '/nonexistent'), HOME),
      wakePhrase: 'computer',
      language: 'en',
      models,
    });

    test('PocketSphinx, unless the owner has chosen otherwise', async () => {
      const { engine, trouble } = await openEngine('pocketsphinx', parts(), signal);
      engine.close();
      expect([engine instanceof PocketSphinxEngine, trouble]).toEqual([true, null]);
    });

    test('PocketSphinx goes on where no model is installed, and the owner is told', async () => {
      const { engine, trouble } = await openEngine('sherpa-onnx', parts(), signal);
      engine.close();
      expect(engine).toBeInstanceOf(PocketSphinxEngine);
      expect(trouble?.what).toBe(
        `There is no speech model in ${models}/speech, so commands are recognised by PocketSphinx.`,
      );
    });

    test.skipIf(!hasSherpa)('the model that the owner installed', async () => {
      await cp(join(root, 'test/fixtures/tiny-speech/zipformer'), join(models, 'speech/tiny'), {
        recursive: true,
      });
      const { engine, trouble } = await openEngine('sherpa-onnx', parts(), signal);
      engine.close();
      expect([engine instanceof StreamingEngine, trouble]).toEqual([true, null]);
    });
  },
);
