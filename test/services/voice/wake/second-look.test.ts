import { existsSync, globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inQuietRoom } from '../../../../services/voice/sound/quiet-room.ts';
import { synthesise } from '../../../../services/voice/sound/speaker.ts';
import { liftOf, mostLift, SecondLook } from '../../../../services/voice/wake/second-look.ts';

const installed = globSync('/usr/lib/*/libpocketsphinx.so.3').length > 0 && existsSync('/usr/bin/espeak-ng');

describe.skipIf(!installed)('a second look (needs PocketSphinx and espeak-ng)', () => {
  let look: SecondLook;

  beforeAll(async () => {
    const opened = await SecondLook.open('view glass');
    if (opened === null) throw new Error('The phrase can be said.');
    look = opened;
  });

  afterAll(() => {
    look.close();
  });

  const liftOfText = async (text: string): Promise<number> => look.lift(inQuietRoom(await synthesise(text)));

  test('finds the phrase, alone and between other words', async () => {
    expect(await liftOfText('view glass')).toBeGreaterThan(-4);
    expect(await liftOfText('now view glass turn on')).toBeGreaterThan(-4);
  });

  test('finds it far less in other words, also where a half of it is there, and not in silence', async () => {
    const said = await liftOfText('view glass');
    for (const other of ['what is the weather', 'turn on the kitchen light', 'at last', 'broken glass'])
      expect(await liftOfText(other)).toBeLessThan(said - 2);
    expect(look.lift(inQuietRoom(new Float32Array(8_000)))).toBeLessThan(-4);
    expect(look.lift(new Float32Array(0))).toBe(liftOf(null));
  });

  test('has no opinion on what has no English sound', async () => {
    expect(await SecondLook.open('')).toBeNull();
  });
});

test('a look lifts the score of the heads within bounds', () => {
  expect(liftOf(null)).toBeCloseTo(-13.2, 9);
  expect(liftOf({ whole: -50, weakest: -80 })).toBeCloseTo(-6.4, 9);
  expect(liftOf({ whole: 99, weakest: 99 })).toBeCloseTo(mostLift, 9);
});
