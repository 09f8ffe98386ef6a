import { voiceSampleRateHz } from '../../../../models/voice-activity.ts';
import { homeNoise } from './noise.ts';
import { resampled } from './resampling.ts';
import { inRoom } from './room.ts';
import { SeededRandom } from './seeded-random.ts';

/** A sound as it may be heard in a home. `endsAt`: the sample at which the words end. */
export interface HeardClip {
  readonly samples: Float32Array;
  readonly endsAt: number;
}

/** Other people's speech, for what is said before and after, and for voices in the background. */
export type OtherSpeech = readonly Int16Array[];

export interface HearingManner {
  readonly others: OtherSpeech;
  readonly random: SeededRandom;
  /** How often somebody speaks in the same breath, before and after. */
  readonly before: number;
  readonly after: number;
  /** Whether voices are changed by resampling, too: not those of the household's own recordings, which are the real ones. */
  readonly changesVoice: boolean;
}

/** Sound before the end of the words, enough for the first window that may end there. */
const beforeEndMs = 2_150;
const jitterMs = 80;
const afterEndMs = 560;

/**
 * Words heard in a home: by another voice (resampling changes height and length of the vocal tract at once), another microphone
 * (a slope, a band), in a room, with noises and other voices, nearer or farther, sometimes clipped. `samples` in 16 bits.
 */
export function heardInHome(samples: Int16Array, manner: HearingManner): HeardClip {
  const { random } = manner;
  const words = otherMicrophone(otherVoice(samples, manner), random);
  const endsAt = msToSamples(beforeEndMs + random.between(0, jitterMs));
  const clip = new Float32Array(endsAt + msToSamples(afterEndMs));
  const length = Math.min(words.length, endsAt);
  clip.set(words.subarray(words.length - length), endsAt - length);
  const loudness = loudnessOf(words);
  if (random.chance(manner.before)) {
    const until = endsAt - length - msToSamples(random.between(20, 350));
    addSpeech(clip, { from: 0, until, loudness: loudness * random.between(0.4, 1.2), end: true }, manner);
  }
  if (random.chance(manner.after)) {
    const from = endsAt + msToSamples(random.between(10, 260));
    addSpeech(
      clip,
      { from, until: clip.length, loudness: loudness * random.between(0.5, 1.2), end: false },
      manner,
    );
  }
  const inside = random.chance(0.6) ? inRoom(clip, random) : clip;
  addNoise(inside, loudness, manner);
  return { samples: atDistance(inside, random), endsAt };
}

/** Sound that is no call as it is, by another microphone, in a room, with noise: as long as it was. */
export function heardAsIs(samples: Int16Array, manner: HearingManner): Float32Array {
  const { random } = manner;
  const heard = otherMicrophone(otherVoice(samples, manner), random);
  const inside = random.chance(0.4) ? inRoom(heard, random) : heard;
  addNoise(inside, loudnessOf(inside), manner);
  return atDistance(inside, random);
}

/** Quiet before and after a sound, so that windows end where it ends; with a hiss, since no room is silent. */
export function inQuiet(samples: Float32Array): Float32Array {
  const before = msToSamples(beforeEndMs);
  const room = new Float32Array(before + samples.length + msToSamples(afterEndMs));
  const random = new SeededRandom(1);
  for (let i = 0; i < room.length; i++)
    room[i] = (samples[i - before] ?? 0) + (random.next() * 2 - 1) * quietRoom;
  return room;
}

/** -60 dB of full scale. */
const quietRoom = 0.001;

function otherVoice(samples: Int16Array, { changesVoice, random }: HearingManner): Float32Array<ArrayBuffer> {
  const floats = Float32Array.from(samples, (sample) => sample / 32_768);
  const ratio = changesVoice ? random.between(0.83, 1.22) : random.between(0.96, 1.04);
  return random.chance(0.85) ? resampled(floats, ratio) : floats;
}

function otherMicrophone(
  samples: Float32Array<ArrayBuffer>,
  random: SeededRandom,
): Float32Array<ArrayBuffer> {
  if (random.chance(0.5)) slope(samples, random.between(-0.7, 0.6));
  if (random.chance(0.35)) highPass(samples, random.between(60, 350));
  if (random.chance(0.3)) lowPass(samples, random.between(2_800, 7_000));
  return samples;
}

/** First-order filters, in place. */
function slope(samples: Float32Array, amount: number): void {
  let previous = 0;
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] ?? 0;
    samples[i] = sample + amount * previous;
    previous = sample;
  }
}

function lowPass(samples: Float32Array, hz: number): void {
  const share = 1 - Math.exp((-2 * Math.PI * hz) / voiceSampleRateHz);
  let [once, twice] = [0, 0];
  for (let i = 0; i < samples.length; i++) {
    once += share * ((samples[i] ?? 0) - once);
    twice += share * (once - twice);
    samples[i] = twice;
  }
}

function highPass(samples: Float32Array, hz: number): void {
  const share = 1 - Math.exp((-2 * Math.PI * hz) / voiceSampleRateHz);
  let low = 0;
  for (let i = 0; i < samples.length; i++) {
    low += share * ((samples[i] ?? 0) - low);
    samples[i] = (samples[i] ?? 0) - low;
  }
}

/** Puts a piece of speech into a stretch of the clip. `end`: it ends there, as speech before the words does. */
function addSpeech(
  clip: Float32Array,
  where: { readonly from: number; readonly until: number; readonly loudness: number; readonly end: boolean },
  { others, random }: HearingManner,
): void {
  const room = where.until - where.from;
  if (room < msToSamples(80) || others.length === 0) return;
  const speech = random.pick(others);
  const length = Math.min(room, speech.length);
  const piece = Float32Array.from(
    where.end ? speech.subarray(speech.length - length) : speech.subarray(0, length),
  );
  const gain = where.loudness / (loudnessOf(piece) + 1e-9);
  const start = where.end ? where.until - length : where.from;
  for (let i = 0; i < length; i++) clip[start + i] = (clip[start + i] ?? 0) + gain * (piece[i] ?? 0);
}

function addNoise(clip: Float32Array, loudness: number, { others, random }: HearingManner): void {
  if (random.chance(0.75)) {
    const noise =
      random.chance(0.25) && others.length > 0
        ? babble(clip.length, others, random)
        : homeNoise(clip.length, random);
    const gain = (loudness / (meanLoudness(noise) + 1e-9)) * 10 ** (-random.between(0, 32) / 20);
    for (let i = 0; i < clip.length; i++) clip[i] = (clip[i] ?? 0) + gain * (noise[i] ?? 0);
  }
  const hiss = loudness * 1.7 * 10 ** (-random.between(25, 60) / 20);
  for (let i = 0; i < clip.length; i++) clip[i] = (clip[i] ?? 0) + hiss * (random.next() * 2 - 1);
}

/** Several people at once, or one far away. */
function babble(length: number, others: OtherSpeech, random: SeededRandom): Float32Array {
  const noise = new Float32Array(length);
  for (let voices = 1 + random.below(6); voices > 0; voices--) {
    const height = random.between(0.3, 1) / 8_000;
    for (let at = -random.below(16_000); at < length;) {
      const speech = random.pick(others);
      for (let i = Math.max(0, -at); i < speech.length && at + i < length; i++)
        noise[at + i] = (noise[at + i] ?? 0) + height * (speech[i] ?? 0);
      at += Math.max(speech.length, 1_600);
    }
  }
  return noise;
}

function atDistance(clip: Float32Array<ArrayBuffer>, random: SeededRandom): Float32Array {
  const loudest = clip.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-9);
  const overdriven = random.chance(0.08) ? random.between(1, 3) : 1;
  const gain = (10 ** (random.between(-34, -0.5) / 20) / loudest) * overdriven;
  return clip.map((sample) => Math.max(-1, Math.min(1, sample * gain)));
}

const loudnessEvery = 8;

/** Root mean square of the louder half, so that pauses don't count. */
export function loudnessOf(samples: Float32Array): number {
  const squares = new Float32Array(Math.ceil(samples.length / loudnessEvery));
  for (let i = 0; i < squares.length; i++) squares[i] = (samples[i * loudnessEvery] ?? 0) ** 2;
  const louder = squares.sort().subarray(squares.length >> 1);
  return Math.sqrt(louder.reduce((sum, square) => sum + square, 0) / Math.max(1, louder.length));
}

function meanLoudness(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length));
}

function msToSamples(ms: number): number {
  return Math.round((ms / 1000) * voiceSampleRateHz);
}
