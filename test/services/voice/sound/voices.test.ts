import { existsSync, globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Voices } from '../../../../services/voice/sound/voices.ts';

const root = join(import.meta.dirname, '../../../..');
const tiny = join(root, 'test/fixtures/tiny-speech/piper');
/** Debian's pronunciations serve the tiny voice as well as those that come with a real one. */
const [pronunciation] = globSync('/usr/lib/*/espeak-ng-data');
const hasSherpa = existsSync(join(root, 'node_modules/sherpa-onnx-node'));

describe.skipIf(pronunciation === undefined)(
  'voices (skipped without espeak-ng)',
  { timeout: 120_000 },
  () => {
    const folders: string[] = [];
    let models = '';
    let closing: AbortController;
    let told: string[];
    beforeEach(async () => {
      models = await mkdtemp(join(tmpdir(), 'lares-voices-'));
      folders.push(models);
      closing = new AbortController();
      told = [];
    });
    afterEach(() => {
      closing.abort();
    });
    // The library reads pronunciations from the folder of the first voice, whatever voices follow.
    afterAll(async () => {
      for (const folder of folders) await rm(folder, { recursive: true });
    });

    const signal = new AbortController().signal;

    async function install(folder: string): Promise<string> {
      const path = join(models, 'voices', folder);
      await mkdir(path, { recursive: true });
      await cp(tiny, path, { recursive: true });
      await symlink(pronunciation ?? '', join(path, 'espeak-ng-data'));
      return path;
    }

    function voices(): Voices {
      return new Voices(
        { models, troubled: ({ id, what, advice }) => told.push(`${id}: ${what} ${advice}`) },
        closing.signal,
      );
    }

    /** espeak-ng gives 22,050 samples a second, the tiny voice 16,000. */
    async function spokenBy(all: Voices, language: 'en' | 'de'): Promise<string> {
      const { samples, sampleRateHz } = await all.sound('The light is on.', language, signal);
      expect(samples.length).toBeGreaterThan(2_000);
      return sampleRateHz === 16_000 ? 'the installed voice' : 'espeak-ng';
    }

    test('without an installed voice espeak-ng speaks, and nothing is told', async () => {
      const all = voices();
      await all.prepare('en');
      expect([await spokenBy(all, 'en'), await spokenBy(all, 'de'), told]).toEqual([
        'espeak-ng',
        'espeak-ng',
        [],
      ]);
    });

    test.skipIf(!hasSherpa)(
      'an installed voice speaks its language, espeak-ng the other one, and both until it is open',
      async () => {
        await install('en_US-tiny');
        const all = voices();
        expect(await spokenBy(all, 'en')).toBe('espeak-ng');
        await all.prepare('en');
        await all.prepare('de');
        expect([await spokenBy(all, 'en'), await spokenBy(all, 'de')]).toEqual([
          'the installed voice',
          'espeak-ng',
        ]);
        expect(told).toEqual([]);
        // A text that the voice has no sound for, and one that nobody wants to hear any more.
        const { samples } = await all.sound('The light is on.', 'en', AbortSignal.abort());
        expect(samples).toHaveLength(0);
      },
    );

    test.skipIf(!hasSherpa)('of two voices the one that works is taken', async () => {
      await writeFile(join(await install('de_DE-a'), 'tiny.onnx'), 'no network');
      await install('de_DE-b');
      const all = voices();
      await all.prepare('de');
      expect([await spokenBy(all, 'de'), told]).toEqual(['the installed voice', []]);
    });

    test.skipIf(!hasSherpa)('a damaged voice is told, and espeak-ng speaks', async () => {
      await writeFile(join(await install('en_US-tiny'), 'tiny.onnx'), 'no network');
      const all = voices();
      await all.prepare('en');
      expect([await spokenBy(all, 'en'), told]).toEqual([
        'espeak-ng',
        [
          'speaking-voice: The voice in voices/en_US-tiny does not work; espeak-ng speaks instead. Take one that was made for sherpa-onnx, and put all of its files there anew.',
        ],
      ]);
    });

    test('a voice that is not whole, and one of an unknown language, are told', async () => {
      await rm(join(await install('en_US-tiny'), 'tokens.txt'));
      await voices().prepare('en');
      await install('nameless');
      await voices().prepare('de');
      expect(told).toEqual([
        expect.stringContaining('en_US-tiny is not whole'),
        expect.stringContaining('which language'),
      ]);
    });
  },
);
