import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Domain, HomeNames } from '../../../../services/contract/entity.ts';
import { EntityId } from '../../../../services/contract/identifiers.ts';
import type { Intent } from '../../../../services/contract/intent.ts';
import { buildGrammar, loadPhrases } from '../../../../services/voice/phrases/intents.ts';
import { readPhraseFile } from '../../../../services/voice/phrases/phrase-reader.ts';
import type { Begins, Recognised } from '../../../../services/voice/recogniser/command.ts';
import { modelFolder } from '../../../../services/voice/recogniser/pocketsphinx-library.ts';
import { PocketSphinxEngine } from '../../../../services/voice/recogniser/pocketsphinx-engine.ts';
import { espeak } from '../../../../services/voice/sound/espeak.ts';
import { inQuietRoom } from '../../../../services/voice/sound/quiet-room.ts';
import { decodeSound, framesOf } from '../../../../services/voice/sound/sound.ts';

const hasPrograms = ['espeak-ng', 'ffmpeg'].every(
  (program) => spawnSync(program, ['--help']).error === undefined,
);

function thing(name: string, domain: Domain, area: string): HomeNames['entities'][number] {
  const entityId = EntityId.parse(`${domain}.${`${area}_${name}`.toLowerCase().replaceAll(/[^a-z]+/g, '_')}`);
  return { entityId, name, aliases: [], domain, deviceClass: '', area };
}

const home: HomeNames = {
  entities: [
    thing('Kitchen light', 'light', 'Kitchen'),
    thing('Lamp', 'light', 'Kitchen'),
    thing('Lamp', 'light', 'Bedroom'),
    thing('Off', 'switch', 'Kitchen'),
    { ...thing('Zyxomat', 'switch', 'Kitchen'), aliases: ['coffee machine'] },
    { ...thing('Светильник', 'light', 'Bedroom'), aliases: ['garden light'] },
  ],
  areas: ['Kitchen', 'Bedroom'],
  people: ['Anna'],
  cameras: [],
};

/** A template that comes back to itself, beside our own. */
const looped = readPhraseFile(
  'own.yaml',
  [
    'language: en',
    'intents:',
    '  HassTurnOn:',
    '    data:',
    "      - sentences: ['make it <again>']",
    'expansion_rules:',
    "  again: '(bright|very <again>)'",
  ].join('\n'),
);

async function open(): Promise<PocketSphinxEngine<Intent>> {
  const grammar = buildGrammar([looped, ...loadPhrases('en', '/nonexistent')], home);
  return PocketSphinxEngine.open(grammar, 'computer');
}

/** What the engine makes of a sentence that is spoken frame by frame, and how complete it ever seemed. */
async function say(
  engine: PocketSphinxEngine<Intent>,
  text: string,
  begins: Begins = 'anyhow',
): Promise<{ recognised: Recognised<Intent>; seemed: readonly string[] }> {
  const wav = await espeak(['--stdin', '--stdout', '-v', 'en-us', '-s', '140'], text);
  const seemed = new Set<string>();
  engine.begin(begins);
  for (const frame of framesOf(inQuietRoom(await decodeSound(wav)).subarray(0, -16_000))) {
    engine.hear(frame);
    seemed.add(engine.completeness);
  }
  return { recognised: engine.end(), seemed: [...seemed] };
}

function commandOf(recognised: Recognised<Intent>): Intent | null {
  return recognised.kind === 'command' ? recognised.command : null;
}

// The voice is a synthesiser's, whose sentences are less alike to the recogniser than people's: only what is heard is asserted.
describe.skipIf(!hasPrograms || !existsSync(join(modelFolder(), 'en-us')))(
  'commands in sound (skipped without espeak-ng, ffmpeg or pocketsphinx-en-us)',
  { timeout: 240_000 },
  () => {
    // Opening is dear: all share one, as the rooms of a house do.
    let engine: PocketSphinxEngine<Intent>;
    beforeAll(async () => {
      engine = await open();
    }, 240_000);
    afterAll(() => {
      engine.close();
    });

    test('a sentence is followed while it is spoken, and was said after the wake phrase', async () => {
      const { recognised, seemed } = await say(
        engine,
        'computer, turn on the kitchen light',
        'with wake phrase',
      );
      expect(recognised).toMatchObject({
        kind: 'command',
        heard: 'turn on the kitchen light',
        command: { name: 'HassTurnOn', slots: { name: 'Kitchen light' } },
      });
      expect(seemed).toEqual(['nothing', 'incomplete', 'complete']);
      expect((await say(engine, 'computer', 'with wake phrase')).recognised).toEqual({ kind: 'wake_phrase' });
    });

    test('aliases, unknown words, a name in another script by its alias, and one of two things of a name are heard', async () => {
      const heard = async (text: string) => commandOf((await say(engine, text)).recognised);
      expect(await heard('turn on the coffee machine')).toEqual({
        name: 'HassTurnOn',
        slots: { name: 'Zyxomat' },
      });
      expect(await heard('turn off the zyxomat')).toEqual({
        name: 'HassTurnOff',
        slots: { name: 'Zyxomat' },
      });
      expect(await heard('turn on the garden light')).toEqual({
        name: 'HassTurnOn',
        slots: { name: 'Светильник' },
      });
      expect(await heard('turn off the lamp in the bedroom')).toMatchObject({
        name: 'HassTurnOff',
        slots: { name: 'Lamp', area: 'Bedroom' },
      });
    });

    test('talk is no command', async () => {
      const { recognised } = await say(engine, 'my favourite part of the film was the very beginning');
      expect(recognised.kind).toBe('unclear');
    });

    test('an utterance that was not ended is forgotten, and one at once is heard like one in pieces', async () => {
      const wav = await espeak(
        ['--stdin', '--stdout', '-v', 'en-us', '-s', '140'],
        'turn on the kitchen light',
      );
      const sound = inQuietRoom(await decodeSound(wav)).subarray(0, -16_000);
      engine.begin('anyhow');
      engine.hear(sound.subarray(0, 16_000));
      expect(commandOf(engine.recognise(sound, 'anyhow'))).toEqual({
        name: 'HassTurnOn',
        slots: { name: 'Kitchen light' },
      });
    });
  },
);
