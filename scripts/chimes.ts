// Makes the short sounds of resources/sounds. They are committed; run this again after a change here: node scripts/chimes.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wavOf } from '../services/voice/sound/wav.ts';

const sampleRateHz = 16_000;
const SOUNDS = join(import.meta.dirname, '../resources/sounds');

interface Note {
  readonly hz: number;
  readonly atMs: number;
}

/** Struck bars: each note is a tone and its softer octave that begin within 3 ms and die away. Peak 0.35. */
function chime(notes: readonly Note[], lengthMs: number): Float32Array {
  const samples = new Float32Array((lengthMs / 1000) * sampleRateHz);
  const beginMs = 3;
  const endMs = 12;
  for (let i = 0; i < samples.length; i++) {
    const ms = (i / sampleRateHz) * 1000;
    for (const { hz, atMs } of notes) {
      const since = ms - atMs;
      if (since < 0) continue;
      const loudness = Math.min(1, since / beginMs) * Math.exp(-since / 45);
      const angle = (2 * Math.PI * hz * since) / 1000;
      samples[i] = (samples[i] ?? 0) + loudness * (Math.sin(angle) + 0.25 * Math.sin(2 * angle));
    }
    samples[i] = (samples[i] ?? 0) * Math.min(1, (lengthMs - ms) / endMs);
  }
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return samples.map((sample) => (sample / peak) * 0.35);
}

const sounds = {
  // A fifth up: go on.
  heard: chime(
    [
      { hz: 659.26, atMs: 0 },
      { hz: 987.77, atMs: 55 },
    ],
    145,
  ),
  // A fourth down, lower: not that.
  'not-understood': chime(
    [
      { hz: 392, atMs: 0 },
      { hz: 293.66, atMs: 60 },
    ],
    150,
  ),
};

for (const [name, samples] of Object.entries(sounds))
  writeFileSync(join(SOUNDS, `${name}.wav`), wavOf({ samples, sampleRateHz }));
