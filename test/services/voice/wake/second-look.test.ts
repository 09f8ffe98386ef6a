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

  const ratioOf = async (text: string): Promise<number> => look.ratio(inQuietRoom(await synthesise(text)));

  test('finds the phrase, alone and between other words', async () => {
    expect(await ratioOf('view glass')).toBeGreaterThan(-40);
    expect(await ratioOf('now view glass turn on')).toBeGreaterThan(-40);
  });

  test('finds it far less in other words, and not in silence', async () => {
    const said = await ratioOf('view glass');
    for (const other of ['what is the weather', 'turn on the kitchen light', 'tomorrow morning'])
      expect(await ratioOf(other)).toBeLessThan(said - 30);
    expect(look.ratio(inQuietRoom(new Float32Array(8_000)))).toBeLessThan(-40);
    expect(look.ratio(new Float32Array(0))).toBe(-Infinity);
  });

  test('has no opinion on what has no English sound', async () => {
    expect(await SecondLook.open('')).toBeNull();
  });
});

test('a ratio lifts the score of the heads within bounds', () => {
  expect([-Infinity, -120, -50, 0, 10, 99].map(liftOf)).toEqual([-9.6, -9.6, -4, 0, mostLift, mostLift]);
});
