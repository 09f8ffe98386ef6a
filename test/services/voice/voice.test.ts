import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent } from '../../../services/contract/intent.ts';
import { VoiceSettings } from '../../../services/contract/settings.ts';
import { Trouble, valueOf, type Answer } from '../../../services/contract/trouble.ts';
import type { TranscriptEntry } from '../../../services/contract/voice.ts';
import { Decoder } from '../../../services/voice/recogniser/pocketsphinx.ts';
import { synthesise } from '../../../services/voice/sound/speaker.ts';
import { Voice } from '../../../services/voice/voice.ts';
import { compiledPack } from '../../models/compiled-pack.ts';
import { HOME } from './phrases/home.ts';

const hasPrograms = ['espeak-ng', 'ffmpeg'].every(
  (program) => spawnSync(program, ['--help']).error === undefined,
);

function hasRecogniser(): boolean {
  try {
    new Decoder({}).close();
    return true;
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
}

/** Samples at 16 kHz as a wav file. */
function wavOf(samples: readonly number[]): Buffer {
  const wav = Buffer.alloc(44 + samples.length * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(16_000, 24);
  wav.writeUInt32LE(32_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples.length * 2, 40);
  for (const [at, sample] of samples.entries()) wav.writeInt16LE(Math.round(sample * 32_000), 44 + at * 2);
  return wav;
}

// The speech is a synthesiser's, all else is what runs in a house: voice activity, wake word, recogniser, grammar.
describe.skipIf(!hasPrograms || !hasRecogniser())(
  'a sentence spoken into the pipeline (skipped without espeak-ng, ffmpeg, libpocketsphinx3 or pocketsphinx-en-us)',
  { timeout: 240_000 },
  () => {
    const acts: Intent[] = [];
    const told: unknown[] = [];
    let folder = '';
    let voice: Voice;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'lares-voice-'));
      await writeFile(
        join(folder, 'own.yaml'),
        [
          'language: en',
          'intents:',
          '  HassTurnOn:',
          '    data:',
          "      - sentences: ['switch on {nonsense}']",
          "      - sentences: ['let there be light']",
          '        slots: { area: Kitchen, domain: light }',
        ].join('\n'),
      );
      voice = new Voice({
        folders: { models: await compiledPack(), phrases: folder },
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        news: {
          act: ({ intent }) => {
            acts.push(intent);
            if (intent.name === 'HassTurnOff')
              return Promise.resolve({ outcome: 'answered', text: 'Unlock it?', awaitsAnswerMs: 12_000 });
            return Promise.resolve({ outcome: 'done', text: 'Done.' });
          },
          wakeModel: () => Promise.resolve(null),
          trainingChanged: () => undefined,
          trained: () => undefined,
          metered: () => undefined,
          stateChanged: (state) => told.push(state.kind),
          exchanged: (entry) => told.push(entry.outcome),
          troubled: ({ id, what }) => told.push(`${id}: ${what}`),
        },
      });
      const settings = VoiceSettings.parse({ replyAloud: false });
      await voice.configure({ voice: settings, home: HOME, wakeModelId: null });
    }, 240_000);

    afterAll(async () => {
      await voice.stop();
      await rm(folder, { recursive: true });
    });

    /** What came of a sentence, without what is new each time. */
    function outcome(answer: Answer<readonly TranscriptEntry[]>): unknown {
      return valueOf(answer).map(({ id: _id, atMs: _atMs, ...entry }) => entry);
    }

    test('an order with the wake phrase before it is done', async () => {
      const intent = { name: 'HassTurnOn', slots: { name: 'Kitchen Light' } };
      expect(outcome(await voice.say('computer, turn on the kitchen light'))).toEqual([
        { heard: 'turn on the kitchen light', intent, outcome: 'done', reply: 'Done.' },
      ]);
      expect(acts.splice(0)).toEqual([intent]);
    });

    test('after the wake phrase alone the order may come later', async () => {
      const entries = outcome(await voice.say('computer. . . . . . . . . . . . lock the front door'));
      expect(entries).toMatchObject([{ heard: 'lock the front door', outcome: 'done' }]);
      expect(acts.splice(0)).toMatchObject([{ name: 'HassTurnOn', slots: { name: 'Front Door' } }]);
    });

    test('without the wake phrase nothing happens', async () => {
      expect(outcome(await voice.say('turn on the kitchen light'))).toEqual([]);
      expect(acts.splice(0)).toEqual([]);
    });

    test('what is no order is politely not understood, and nothing is done', async () => {
      expect(outcome(await voice.say('computer, purple elephants dance on the piano'))).toEqual([
        { heard: '', intent: null, outcome: 'not_understood', reply: "Sorry, I didn't understand." },
      ]);
      expect(acts.splice(0)).toEqual([]);
    });

    test('the answer to a question needs no wake phrase', async () => {
      const path = join(folder, 'talk.wav');
      const said = ['computer, unlock the front door', 'yes please'];
      const parts = await Promise.all(said.map((text) => synthesise(text)));
      await writeFile(path, wavOf(parts.flatMap((part) => [...part, ...new Float32Array(32_000)])));
      const entries = outcome(await voice.listenTo(path));
      expect(entries).toMatchObject([
        { heard: 'unlock the front door', reply: 'Unlock it?' },
        { heard: 'yes please', outcome: 'done' },
      ]);
      expect(acts.splice(0).map(({ name }) => name)).toEqual(['HassTurnOff', 'LaresConfirm']);
    });

    test("the owner's own phrases work; one with an unknown slot is told", async () => {
      expect(outcome(await voice.say('computer, let there be light'))).toMatchObject([
        { heard: 'let there be light', outcome: 'done' },
      ]);
      expect(acts.splice(0)).toMatchObject([{ name: 'HassTurnOn', slots: { area: 'Kitchen' } }]);
      expect(told.filter((news) => String(news).startsWith('grammar-1'))).toEqual([
        expect.stringContaining('nonsense'),
      ]);
    });

    test('a file that is no sound is told', async () => {
      const path = join(folder, 'own.yaml');
      expect(existsSync(path)).toBe(true);
      expect(await voice.listenTo(path)).toMatchObject({ ok: false, code: 'bad_input' });
    });

    test('voice that is switched off says so', async () => {
      const settings = VoiceSettings.parse({ enabled: false });
      await voice.configure({ voice: settings, home: HOME, wakeModelId: null });
      expect(await voice.say('computer, turn on the kitchen light')).toMatchObject({
        ok: false,
        code: 'unavailable',
      });
    });
  },
);
