import { expect, test } from 'vitest';
import { soundOfWav, wavOf } from '../../../../services/voice/sound/wav.ts';

const sound = { samples: Float32Array.of(0, 0.5, -1, 2), sampleRateHz: 22_050 };

test('a sound becomes a wav file and comes back; what is too loud is clipped', () => {
  const wav = wavOf(sound);
  expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
  expect(wav).toHaveLength(44 + 8);
  const samples = Float32Array.of(0, 0.5, -1, 32_767 / 32_768);
  expect(soundOfWav(wav)).toEqual({ samples, sampleRateHz: 22_050 });
});

test('a program that did not know the length says that it is longer', () => {
  const wav = wavOf(sound);
  wav.writeUInt32LE(0x7ffff000, 40);
  expect(soundOfWav(wav)?.samples).toHaveLength(4);
});

test('what is something else is no sound', () => {
  const stereo = wavOf(sound);
  stereo.writeUInt16LE(2, 22);
  expect([stereo, Buffer.alloc(0), Buffer.from('RIFF'), Buffer.alloc(60)].map(soundOfWav)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
