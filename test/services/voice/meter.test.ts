import { expect, test } from 'vitest';
import type { VoiceReading } from '../../../services/contract/wake.ts';
import { Meter } from '../../../services/voice/meter.ts';

const frame = (value: number): Float32Array => new Float32Array(512).fill(value);

test('every third frame gives a reading: the loudness of all, the most of speech and likeness', () => {
  const readings: VoiceReading[] = [];
  const meter = new Meter((reading) => readings.push(reading));
  meter.isOn = true;
  meter.follow(frame(0.1), { speech: 0.2, likeness: 0.7 });
  meter.follow(frame(0.1), { speech: 0.9, likeness: 0 });
  expect(readings).toEqual([]);
  meter.follow(frame(0.1), { speech: 0, likeness: 0 });
  for (let i = 0; i < 3; i++) meter.follow(frame(0), { speech: 0, likeness: 0 });
  expect(readings.map(({ levelDb, ...rest }) => ({ ...rest, levelDb: Math.round(levelDb) }))).toEqual([
    { levelDb: -20, speech: 0.9, likeness: 0.7 },
    { levelDb: -90, speech: 0, likeness: 0 },
  ]);
});

test('nothing is told where nobody wants to see it', () => {
  const readings: VoiceReading[] = [];
  const meter = new Meter((reading) => readings.push(reading));
  for (let i = 0; i < 9; i++) meter.follow(frame(0.1), { speech: 0, likeness: 0 });
  expect(readings).toEqual([]);
});
