import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joined } from '../../../services/voice/listening.ts';
import { synthesise } from '../../../services/voice/sound/speaker.ts';
import { canHear, listeningVoice, outcome, wavOf, type ListeningVoice } from './listening-voice.ts';

// The speech is a synthesiser's, all else is what runs in a house: voice activity, wake word, recogniser, grammar.
describe.skipIf(!canHear())(
  'a sentence spoken into the pipeline (skipped without espeak-ng, ffmpeg, PocketSphinx or resources/wake)',
  { timeout: 240_000 },
  () => {
    let folder = '';
    let house: ListeningVoice;

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
      house = await listeningVoice({
        phrases: folder,
        reply: ({ intent }) =>
          intent.name === 'HassTurnOff'
            ? { outcome: 'answered', text: 'Unlock it?', awaitsAnswerMs: 12_000 }
            : { outcome: 'done', text: 'Done.' },
      });
      await house.configure();
    }, 240_000);

    afterAll(async () => {
      await house.voice.stop();
      await rm(folder, { recursive: true });
    });

    const intents = () => house.orders.splice(0).map(({ intent }) => intent);

    test('an order with the wake phrase before it is done', async () => {
      const intent = { name: 'HassTurnOn', slots: { name: 'Front Door' } };
      house.states.splice(0);
      expect(outcome(await house.voice.say('computer, lock the front door'))).toMatchObject([
        { heard: 'lock the front door', intent, outcome: 'done', reply: 'Done.' },
      ]);
      expect(intents()).toMatchObject([intent]);
      expect(house.states.map(({ kind }) => kind)).toEqual(['noticed', 'listening', 'thinking', 'waiting']);
    });

    test('the ear tells how sure it is', async () => {
      await house.voice.say('computer, lock the front door');
      const [order] = house.orders.splice(0);
      expect(order).toMatchObject({ heard: 'lock the front door' });
      expect(order?.confidence).toBeGreaterThan(0.5);
      expect(house.entries.at(-1)?.confidence).toBe(order?.confidence);
    });

    test('after the wake phrase alone the order may come later', async () => {
      const entries = outcome(await house.voice.say('computer. . . . . . . . . . . . lock the front door'));
      expect(entries).toMatchObject([{ heard: 'lock the front door', outcome: 'done' }]);
      expect(intents()).toMatchObject([{ name: 'HassTurnOn', slots: { name: 'Front Door' } }]);
    });

    test('without the wake phrase nothing happens', async () => {
      expect(outcome(await house.voice.say('turn on the kitchen light'))).toEqual([]);
      expect(intents()).toEqual([]);
    });

    test('what is no order is politely not understood, and nothing is done', async () => {
      const [entry] = outcome(await house.voice.say('computer, purple elephants dance on the piano'));
      expect(entry).toMatchObject({ intent: null, outcome: 'not_understood' });
      expect(intents()).toEqual([]);
    });

    test('the answer to a question needs no wake phrase', async () => {
      const path = join(folder, 'talk.wav');
      const said = ['computer, unlock the front door', 'yes please'];
      const parts = await Promise.all(said.map((text) => synthesise(text)));
      await writeFile(path, wavOf(joined(parts.flatMap((part) => [part, new Float32Array(32_000)]))));
      const entries = outcome(await house.voice.listenTo(path));
      expect(entries).toMatchObject([
        { heard: 'unlock the front door', reply: 'Unlock it?' },
        { heard: 'yes please', outcome: 'done' },
      ]);
      expect(intents().map(({ name }) => name)).toEqual(['HassTurnOff', 'LaresConfirm']);
    });

    test("the owner's own phrases work; one with an unknown slot is told", async () => {
      expect(outcome(await house.voice.say('computer, let there be light'))).toMatchObject([
        { heard: 'let there be light', outcome: 'done' },
      ]);
      expect(intents()).toMatchObject([{ name: 'HassTurnOn', slots: { area: 'Kitchen' } }]);
      const [trouble] = house.troubles.filter(({ id }) => id === 'grammar-1');
      expect(trouble?.what).toContain('nonsense');
    });

    test('the sound of an exchange is in memory only while the owner lets it be kept', async () => {
      await house.voice.say('computer, turn on the kitchen light');
      expect(house.voice.recordings.find(house.entries.at(-1)?.id ?? '')).toBeNull();
      await house.configure({ keepRecordings: true });
      await house.voice.say('computer, turn on the kitchen light');
      const recording = house.voice.recordings.find(house.entries.at(-1)?.id ?? '');
      expect(recording?.durationMs).toBeGreaterThan(1000);
      expect(recording?.pcm).toHaveLength(((recording?.durationMs ?? NaN) / 1000) * 32_000);
      await house.configure();
      expect(house.voice.recordings.find(house.entries.at(-1)?.id ?? '')).toBeNull();
    });

    test('the one utterance of a file is a recording; silence is none', async () => {
      const path = join(folder, 'call.wav');
      const spoken = await synthesise('computer');
      await writeFile(path, wavOf(joined([new Float32Array(48_000), spoken, new Float32Array(48_000)])));
      const recording = await house.voice.recordingOfFile(path);
      expect(recording).toMatchObject({ ok: true });
      const ms = recording.ok ? recording.value.durationMs : NaN;
      expect(ms).toBeGreaterThan(500);
      expect(ms).toBeLessThan(spoken.length / 16 + 1500);
      await writeFile(path, wavOf(new Float32Array(48_000)));
      expect(await house.voice.recordingOfFile(path)).toMatchObject({
        ok: false,
        code: 'bad_input',
        what: 'Nobody speaks in call.wav.',
      });
    });

    test('a file that is no sound is told', async () => {
      const path = join(folder, 'own.yaml');
      expect(existsSync(path)).toBe(true);
      expect(await house.voice.listenTo(path)).toMatchObject({ ok: false, code: 'bad_input' });
    });

    test('voice that is switched off says so', async () => {
      await house.configure({ enabled: false });
      const unavailable = { ok: false, code: 'unavailable' };
      expect(await house.voice.say('computer, turn on the kitchen light')).toMatchObject(unavailable);
      expect(await house.voice.record()).toMatchObject(unavailable);
    });
  },
);
