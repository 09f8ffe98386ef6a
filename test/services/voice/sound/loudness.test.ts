import { afterEach, expect, test } from 'vitest';
import { VoiceSettings } from '../../../../services/contract/settings.ts';
import { clockOf } from '../../../../services/contract/time-of-day.ts';
import { loudnessAt } from '../../../../services/voice/sound/loudness.ts';

const timeZone = process.env['TZ'];

afterEach(() => {
  if (timeZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = timeZone;
});

function settings(quietHours: Partial<VoiceSettings['quietHours']>, replyVolume = 80): VoiceSettings {
  return VoiceSettings.parse({ replyVolume, quietHours: { enabled: true, ...quietHours } });
}

const at = (voice: VoiceSettings, ...clocks: readonly string[]): readonly number[] =>
  clocks.map((clock) => loudnessAt(voice, clock));

test('without quiet hours Lares is as loud by night as by day', () => {
  expect(at(settings({ enabled: false }), '00:00', '03:00', '12:00', '23:59')).toEqual([80, 80, 80, 80]);
});

test('quiet hours go over midnight; their first minute is quiet, their last time is not', () => {
  const voice = settings({ from: '22:00', to: '07:00', volume: 10 });
  expect(at(voice, '21:59', '22:00', '23:59', '00:00', '06:59', '07:00')).toEqual([80, 10, 10, 10, 10, 80]);
});

test('quiet hours within a day', () => {
  const voice = settings({ from: '13:00', to: '14:30', volume: 0 });
  expect(at(voice, '12:59', '13:00', '14:29', '14:30', '00:00')).toEqual([80, 0, 0, 80, 80]);
});

test('the same time twice is the whole day', () => {
  const voice = settings({ from: '08:00', to: '08:00', volume: 5 });
  expect(at(voice, '00:00', '07:59', '08:00', '23:59')).toEqual([5, 5, 5, 5]);
});

test('quiet hours make nothing louder', () => {
  expect(at(settings({ volume: 60 }, 20), '23:00')).toEqual([20]);
});

/** What the clock shows and how loud Lares is at moments of UTC. */
function berlin(voice: VoiceSettings, moments: readonly string[]): readonly (readonly [string, number])[] {
  process.env['TZ'] = 'Europe/Berlin';
  return moments.map((moment) => {
    const clock = clockOf(new Date(moment));
    return [clock, loudnessAt(voice, clock)];
  });
}

test('the night that summer time begins in goes by the clock: it shows no time between 2 and 3', () => {
  const voice = settings({ from: '22:00', to: '02:30', volume: 0 });
  expect(berlin(voice, ['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z'])).toEqual([
    ['01:59', 0],
    ['03:00', 80],
  ]);
});

test('the night that summer time ends in goes by the clock: it shows 2:10 and 2:40 twice', () => {
  const voice = settings({ from: '22:00', to: '02:30', volume: 0 });
  const moments = [
    '2026-10-25T00:10:00Z',
    '2026-10-25T00:40:00Z',
    '2026-10-25T01:10:00Z',
    '2026-10-25T01:40:00Z',
  ];
  expect(berlin(voice, moments)).toEqual([
    ['02:10', 0],
    ['02:40', 80],
    ['02:10', 0],
    ['02:40', 80],
  ]);
});
