import { voiceSampleRateHz } from '../../../../models/voice-activity.ts';
import type { SeededRandom } from './seeded-random.ts';

type NoiseMaker = (length: number, random: SeededRandom) => Float32Array<ArrayBuffer>;

/** A noise of the home, computed: about as loud as ±1, whatever its kind. Speech of others is laid under elsewhere. */
export function homeNoise(length: number, random: SeededRandom): Float32Array<ArrayBuffer> {
  const noise = random.pick(makers)(length, random);
  if (random.chance(0.3)) {
    const second = random.pick(makers)(length, random);
    const weight = random.between(0.2, 1);
    for (let i = 0; i < length; i++) noise[i] = (noise[i] ?? 0) + weight * (second[i] ?? 0);
  }
  return noise;
}

/** Rain, a fan, an open window: white noise through a random slope. */
const coloured: NoiseMaker = (length, random) => {
  const noise = new Float32Array(length);
  const slope = random.between(0, 0.98);
  const swell = random.between(0, 0.8);
  const swellHz = random.between(0.1, 3);
  let low = 0;
  for (let i = 0; i < length; i++) {
    const white = random.next() * 2 - 1;
    low = slope * low + (1 - slope) * white;
    const loudness = 1 + swell * Math.sin((2 * Math.PI * swellHz * i) / voiceSampleRateHz);
    noise[i] = (low / (1 - slope) ** 0.5 + 0.1 * white) * loudness;
  }
  return noise;
};

/** Many octaves alike, as most of what sounds far away (Voss and McCartney's sum of slower and slower random numbers). */
const pink: NoiseMaker = (length, random) => {
  const noise = new Float32Array(length);
  const rows = new Float32Array(12);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const row = Math.min(rows.length - 1, Math.clz32(i & -i) === 32 ? 0 : 31 - Math.clz32(i & -i));
    const fresh = random.next() * 2 - 1;
    sum += fresh - (rows[row] ?? 0);
    rows[row] = fresh;
    noise[i] = (sum + random.next() * 2 - 1) / 4;
  }
  return noise;
};

/** Fridges, extractors, motors: a row of harmonics with some hiss. */
const hum: NoiseMaker = (length, random) => {
  const base = random.between(45, 240);
  const drift = random.between(0, 0.02);
  const tones = Array.from({ length: 10 }, (_, k) => random.next() / (k + 1));
  const noise = new Float32Array(length);
  let phase = 0;
  for (let i = 0; i < length; i++) {
    phase += (2 * Math.PI * base * (1 + drift * Math.sin(i / 9_000))) / voiceSampleRateHz;
    // Harmonics by Chebyshev's recurrence: sin((k + 1) x) = 2 cos x sin(k x) - sin((k - 1) x).
    const twice = 2 * Math.cos(phase);
    let value = 0;
    let [before, harmonic] = [0, Math.sin(phase)];
    for (const tone of tones) {
      value += tone * harmonic;
      const next = twice * harmonic - before;
      before = harmonic;
      harmonic = next;
    }
    noise[i] = value + 0.1 * (random.next() * 2 - 1);
  }
  return noise;
};

/** Dishes, keys, steps, clicks: strokes that ring, some of them in quick succession. */
const clatter: NoiseMaker = (length, random) => {
  const noise = new Float32Array(length);
  for (let i = 0; i < length; i++) noise[i] = 0.01 * (random.next() * 2 - 1);
  const strokes = 1 + Math.floor((length / voiceSampleRateHz) * random.between(0.5, 9));
  for (let stroke = 0; stroke < strokes; stroke++) {
    const start = random.below(length);
    const decay = Math.exp(-1 / (voiceSampleRateHz * random.between(0.002, 0.12)));
    const loudness = random.between(0.3, 2);
    hiss(noise, { start, decay, loudness: loudness * random.next() }, random);
    for (let tone = 0; tone < 4; tone++)
      ring(noise, { start, decay, loudness: loudness * random.next() }, random.between(300, 7_000));
  }
  return noise;
};

interface Stroke {
  readonly start: number;
  readonly decay: number;
  readonly loudness: number;
}

const inaudible = 0.003;

function hiss(noise: Float32Array, { start, decay, loudness }: Stroke, random: SeededRandom): void {
  for (let i = start, now = loudness; i < noise.length && now > inaudible; i++, now *= decay)
    noise[i] = (noise[i] ?? 0) + now * (random.next() * 2 - 1);
}

/** A tone that dies away: a pointer that turns and shrinks. */
function ring(noise: Float32Array, { start, decay, loudness }: Stroke, hz: number): void {
  const turn = (2 * Math.PI * hz) / voiceSampleRateHz;
  const [cos, sin] = [decay * Math.cos(turn), decay * Math.sin(turn)];
  let [x, y, now] = [loudness, 0, loudness];
  for (let i = start; i < noise.length && now > inaudible; i++, now *= decay) {
    noise[i] = (noise[i] ?? 0) + y;
    const next = x * cos - y * sin;
    y = x * sin + y * cos;
    x = next;
  }
}

/** A radio or an instrument in the next room: notes with harmonics, two or three at a time. */
const music: NoiseMaker = (length, random) => {
  const noise = new Float32Array(length);
  const noteSamples = Math.round(voiceSampleRateHz * random.between(0.12, 0.6));
  for (let voice = 0; voice < 3; voice++) {
    for (let start = 0; start < length; start += noteSamples) {
      const turn = (2 * Math.PI * 110 * 2 ** (random.below(36) / 12)) / voiceSampleRateHz;
      const brightness = random.between(0.2, 0.8);
      for (let i = start; i < Math.min(length, start + noteSamples); i++) {
        const since = i - start;
        const fading = Math.exp((-2 * since) / noteSamples) * Math.min(1, since / 100);
        const wave =
          Math.sin(turn * since) +
          brightness * Math.sin(2 * turn * since) +
          brightness ** 2 * Math.sin(3 * turn * since);
        noise[i] = (noise[i] ?? 0) + 0.3 * wave * fading;
      }
    }
  }
  return noise;
};

const makers: readonly NoiseMaker[] = [coloured, coloured, pink, hum, clatter, clatter, music];
