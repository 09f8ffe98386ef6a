import { expect, test } from 'vitest';
import { VoiceMeter } from '../../../../services/hub/voice/voice-meter.ts';

const reading = { levelDb: -30, speech: 0.5, likeness: 0.25 };

test('the microphone is metered from the first watcher to the last', async () => {
  const meter = new VoiceMeter();
  const wished: boolean[] = [];
  meter.wished.listen((on) => wished.push(on));
  const over = [new AbortController(), new AbortController()];
  const watching = over.map(({ signal }) => meter.watch(signal));
  const first = watching.map((readings) => readings.next());
  expect([meter.isWatched, wished]).toEqual([true, [true]]);
  meter.metered(reading);
  expect(await Promise.all(first)).toEqual([
    { done: false, value: reading },
    { done: false, value: reading },
  ]);
  over[0]?.abort();
  expect((await watching[0]?.next())?.done).toBe(true);
  expect([meter.isWatched, wished]).toEqual([true, [true]]);
  over[1]?.abort();
  expect((await watching[1]?.next())?.done).toBe(true);
  expect([meter.isWatched, wished]).toEqual([false, [true, false]]);
});
