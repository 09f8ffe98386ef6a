import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Intent } from '../../../../services/contract/intent.ts';
import { Trouble } from '../../../../services/contract/trouble.ts';
import { buildGrammar, loadPhrases } from '../../../../services/voice/phrases/intents.ts';
import type { SpeechEngine } from '../../../../services/voice/recogniser/command.ts';
import { openInstalledEngine } from '../../../../services/voice/recogniser/installed-engine.ts';
import { framesOf } from '../../../../services/voice/sound/sound.ts';
import { HOME } from '../phrases/home.ts';

const root = join(import.meta.dirname, '../../../..');
const tiny = join(root, 'test/fixtures/tiny-speech');
const grammar = buildGrammar(loadPhrases('en', '/nonexistent'), HOME);
const signal = new AbortController().signal;
let models = '';

beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), 'lares-engine-'));
});
afterEach(() => rm(models, { recursive: true }));

const install = (from: string, folder = from): Promise<void> =>
  cp(join(tiny, from), join(models, 'speech', folder), { recursive: true });

function open(wakePhrase: string): Promise<SpeechEngine<Intent>> {
  return openInstalledEngine({ grammar, wakePhrase, language: 'en', models }, signal);
}

async function trouble(): Promise<unknown> {
  return open('computer').catch((error: unknown) => (error instanceof Trouble ? error.code : error));
}

/** A second and a half of a loud hiss: the tiny networks take any loud sound for "computer, turn on the kitchen light". */
const loud = Float32Array.from(
  { length: 24_000 },
  (_, at) => 0.8 * ((Math.sin(at * 12.9898) * 43_758.5453) % 1),
);
const command = {
  kind: 'command',
  heard: 'turn on the kitchen light',
  command: { name: 'HassTurnOn', slots: { name: 'Kitchen Light' } },
  sure: true,
  alternatives: [],
};

test('without a model the folder is named, and what to put there', async () => {
  const error: unknown = await open('computer').catch((thrown: unknown) => thrown);
  expect(error instanceof Trouble && [error.code, error.message]).toEqual([
    'missing_model',
    `There is no speech model in ${models}/speech, so commands are recognised by PocketSphinx.`,
  ]);
  expect(error instanceof Trouble && error.advice).toContain('tokens.txt');
});

// The package is an optional dependency.
describe.skipIf(!existsSync(join(root, 'node_modules/sherpa-onnx-node')))(
  'with sherpa-onnx',
  { timeout: 180_000 },
  () => {
    test.each(['zipformer', 'whisper'])('a %s hears a command in free text', async (kind) => {
      await install(kind);
      const engine = await open('computer');
      expect(engine.recognise(loud, 'with wake phrase')).toMatchObject(command);
      expect(engine.recognise(loud, 'anyhow')).toMatchObject(command);
      expect(engine.recognise(new Float32Array(24_000), 'anyhow')).toEqual({ kind: 'unclear' });
      engine.close();
      // What it writes is a command only where the phrase before it is the wake phrase.
      const other = await open('view glass');
      expect(other.recognise(loud, 'anyhow')).toEqual({ kind: 'unclear' });
      other.close();
    });

    test('a zipformer follows speech, and tells when it could be over', async () => {
      await install('zipformer');
      const engine = await open('computer');
      engine.begin('with wake phrase');
      const seen = [...framesOf(loud)].map((frame) => {
        engine.hear(frame);
        return engine.completeness;
      });
      expect([...new Set(seen)]).toEqual(['nothing', 'incomplete', 'complete']);
      expect(engine.end()).toMatchObject(command);
      engine.begin('anyhow');
      expect(engine.completeness).toBe('nothing');
      expect(engine.end()).toEqual({ kind: 'unclear' });
      engine.close();
    });

    test('a Whisper hears an utterance that came in pieces', async () => {
      await install('whisper');
      const engine = await open('computer');
      engine.begin('with wake phrase');
      expect(engine.end()).toEqual({ kind: 'unclear' });
      engine.begin('with wake phrase');
      expect(engine.completeness).toBe('nothing');
      for (const frame of framesOf(loud)) engine.hear(frame);
      expect(engine.completeness).toBe('unknown');
      expect(engine.end()).toMatchObject(command);
    });

    test('a damaged model, and one of another kind, end no process but their own; the next one is taken', async () => {
      await mkdir(join(models, 'speech', 'a'), { recursive: true });
      for (const name of ['encoder.onnx', 'decoder.onnx', 'tokens.txt'])
        await writeFile(join(models, 'speech', 'a', name), 'no network');
      expect(await trouble()).toBe('damaged');
      await install('whisper', 'b');
      await rm(join(models, 'speech', 'b', 'encoder.onnx'));
      await cp(join(tiny, 'zipformer', 'encoder.onnx'), join(models, 'speech', 'b', 'encoder.onnx'));
      expect(await trouble()).toBe('damaged');
      await install('zipformer', 'c');
      expect((await open('computer')).recognise(loud, 'anyhow')).toMatchObject(command);
    });
  },
);
