import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VoiceSettings } from '../../services/contract/settings.ts';
import { Speaker } from '../../services/voice/sound/speaker.ts';

interface Played {
  readonly what: 'began' | 'ended';
  readonly player: string;
  readonly atMs: number;
  readonly bytes: number;
}

const settings = (more: object = {}): VoiceSettings => VoiceSettings.parse({ replyVolume: 100, ...more });
const chimeBytes = 4684;

/** What Lares says, played by a real program in the place of ALSA's: it writes down what it got, and when. */
describe.skipIf(!existsSync('/usr/bin/espeak-ng'))('a house that speaks (needs espeak-ng)', () => {
  const before = { ...process.env };
  let folder = '';
  let closing: AbortController;
  let said: (string | null)[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lares-speaking-'));
    const player = join(folder, 'aplay');
    await copyFile(join(import.meta.dirname, '../fixtures/recording-player.sh'), player);
    await chmod(player, 0o755);
    Object.assign(process.env, {
      PATH: `${folder}${delimiter}${before['PATH'] ?? ''}`,
      PLAYER_LOG: join(folder, 'log'),
    });
    closing = new AbortController();
    said = [];
  });

  afterEach(async () => {
    closing.abort();
    process.env['PATH'] = before['PATH'];
    delete process.env['PLAYS_FOR_S'];
    await rm(folder, { recursive: true });
  });

  function speaker(clock = '12:00'): Speaker {
    const now = () => new Date(`2026-06-01T${clock}:00`);
    return new Speaker((text) => said.push(text), closing.signal, { now });
  }

  async function played(): Promise<readonly Played[]> {
    const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
    return log
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [what = '', player = '', at = '', bytes = '0'] = line.split(' ');
        return {
          what: what === 'began' ? 'began' : 'ended',
          player,
          atMs: Number(at) / 1e6,
          bytes: Number(bytes),
        };
      });
  }

  async function whenBegun(count = 1): Promise<void> {
    await vi.waitFor(async () => {
      expect((await played()).filter(({ what }) => what === 'began')).toHaveLength(count);
    }, 20_000);
  }

  it('says a text sentence by sentence, and tells what it says', async () => {
    const house = speaker();
    const text = 'It is noon. Nobody is there.';
    // So long that the second sentence is still played when its beginning is noticed.
    process.env['PLAYS_FOR_S'] = '2';
    const speaking = house.say(text, settings());
    await whenBegun(2);
    expect([house.text, house.isSpeaking]).toEqual([text, true]);
    await speaking;
    expect([house.text, house.isSpeaking]).toEqual([null, false]);
    expect(said).toEqual([text, null]);
    const sounds = (await played()).filter(({ what }) => what === 'ended');
    // More than half a second of 22,050 samples a second each.
    expect(sounds.map(({ bytes }) => bytes > 22_050)).toEqual([true, true]);
  });

  it('chimes before it says anything that was asked for later', async () => {
    process.env['PLAYS_FOR_S'] = '0.3';
    const house = speaker();
    const chime = house.chime(settings());
    const speaking = house.say('All right.', settings());
    await Promise.all([chime, speaking]);
    const log = await played();
    expect(log.map(({ what }) => what)).toEqual(['began', 'ended', 'began', 'ended']);
    expect(log[1]?.bytes).toBe(chimeBytes);
    expect(log[3]?.bytes).toBeGreaterThan(22_050);
  });

  it('chimes while it speaks', async () => {
    process.env['PLAYS_FOR_S'] = '2';
    const house = speaker();
    const speaking = house.say('All right.', settings());
    await whenBegun();
    const chime = house.chime(settings(), 'not_understood');
    await whenBegun(2);
    expect((await played()).map(({ what }) => what)).toEqual(['began', 'began']);
    await Promise.all([chime, speaking]);
  });

  it('stops at once, and forgets what waits', async () => {
    process.env['PLAYS_FOR_S'] = '60';
    const house = speaker();
    const all = [house.say('One. Two.', settings()), house.say('Three.', settings())];
    await whenBegun();
    house.stop();
    await Promise.all(all);
    expect(said).toEqual(['One. Two.', null]);
    expect((await played()).map(({ what }) => what)).toEqual(['began']);
    process.env['PLAYS_FOR_S'] = '0';
    await house.say('Four.', settings());
    expect(said.at(-2)).toBe('Four.');
  });

  it('is ended by its signal for good', async () => {
    process.env['PLAYS_FOR_S'] = '60';
    const house = speaker();
    const speaking = house.say('One.', settings());
    await whenBegun();
    closing.abort();
    await speaking;
    await house.say('Two.', settings());
    await house.chime(settings());
    expect((await played()).map(({ what }) => what)).toEqual(['began']);
  });

  it('is silent at volume 0 and in silent quiet hours, but not after them', async () => {
    const quiet = settings({ quietHours: { enabled: true, from: '22:00', to: '07:00', volume: 0 } });
    await speaker().say('All right.', settings({ replyVolume: 0 }));
    await speaker('23:30').say('All right.', quiet);
    await speaker('06:59').chime(quiet);
    await speaker().chime(settings({ chime: false }));
    expect([said, await played()]).toEqual([[], []]);
    await speaker('07:00').chime(quiet);
    expect((await played()).map(({ bytes }) => bytes)).toEqual([0, chimeBytes]);
  });

  it('is softer at a lower volume', async () => {
    const copy = join(folder, 'copy');
    const player = join(folder, 'aplay');
    await writeFile(player, `#!/bin/sh\ncat >"${copy}"\n`);
    const peak = async (volume: number): Promise<number> => {
      await speaker().chime(settings({ replyVolume: volume }));
      const wav = await readFile(copy);
      return Math.max(...Array.from({ length: 500 }, (_, at) => Math.abs(wav.readInt16LE(44 + at * 2))));
    };
    const [loud, soft] = [await peak(100), await peak(25)];
    expect(loud / soft).toBeCloseTo(4, 1);
  });

  it('waits for nothing on a machine without a sound card', async () => {
    for (const name of ['aplay', 'play']) {
      await writeFile(join(folder, name), '#!/bin/sh\nexit 1\n');
      await chmod(join(folder, name), 0o755);
    }
    const house = speaker();
    await Promise.all([house.chime(settings()), house.say('All right.', settings())]);
    expect(said).toEqual(['All right.', null]);
  });

  it('says 10,000 characters, other scripts, markup and what looks like options as words', async () => {
    const house = speaker();
    for (const text of [
      'a'.repeat(10_000),
      '-w /tmp/said.wav --stdout',
      '<speak>Hi</speak>\u0000\u0007',
      'Включи свет',
    ])
      await house.say(text, settings());
    expect(said).toHaveLength(8);
    expect(existsSync('/tmp/said.wav')).toBe(false);
    await house.say('\u0000 … <br/>', settings());
    expect(said).toHaveLength(8);
  });
});
