import { voiceFrameSamples, voiceSampleRateHz } from '../../models/voice-activity.ts';
import type { Completeness } from './recogniser/command.ts';

export const frameMs = (voiceFrameSamples / voiceSampleRateHz) * 1000;

/** Two thresholds, so that a soft syllable inside a sentence does not end it. Silero's own defaults. */
const speechBegins = 0.5;
const speechGoesOn = 0.35;
/** One frame alone is a click. */
const framesToBegin = 2;
/** Soft beginnings, an f or an s, come before the network is sure. */
const beforeSpeechMs = 480;
/**
 * This long a silence ends what was said. Who has said a whole command is answered soon; who stops at "turn on the" is thinking.
 */
const endPauseMs: Readonly<Record<Completeness, number>> = {
  complete: 320,
  unknown: 608,
  nothing: 608,
  incomplete: 928,
};
/** Without any pause speech is cut here; the next piece begins with the last `beforeSpeechMs` again, so that no word is lost. */
const longestMs = 15_000;

/** Tells how likely a frame is speech, 0..1. Silero's network in the product. */
export interface SpeechProbability {
  probability(frame: Float32Array): Promise<number>;
  reset(): void;
}

/** Tells whether what was said until now could be all: the recogniser, where it follows the utterance. */
export interface Said {
  readonly completeness: Completeness;
}

const nobodyFollows: Said = { completeness: 'unknown' };

/**
 * What one more frame brought. While speech goes on its samples come piece by piece, the first with the sound before it;
 * at its end comes the whole of it once more.
 */
export type Heard =
  | { readonly kind: 'silence' }
  | { readonly kind: 'speech'; readonly begins: boolean; readonly samples: Float32Array }
  | { readonly kind: 'end'; readonly utterance: Float32Array };

/** Cuts a stream of sound into utterances: voice activity, hysteresis, pre-roll and end-pointing. */
export class Listening {
  readonly #voice: SpeechProbability;
  readonly #said: Said;
  /** The utterance while there is one, else the newest sound before it. */
  #frames: Float32Array[] = [];
  #speaking = false;
  #speechFrames = 0;
  #silentFrames = 0;

  constructor(voice: SpeechProbability, said: Said = nobodyFollows) {
    this.#voice = voice;
    this.#said = said;
  }

  /** Takes the next 512 samples at 16 kHz, -1..1. */
  async hear(frame: Float32Array): Promise<Heard> {
    const probability = await this.#voice.probability(frame);
    this.#frames.push(frame);
    return this.#speaking ? this.#goOn(frame, probability) : this.#wait(probability);
  }

  /** Of the utterance that is going on keeps the newest `samples` samples, when only that much of it matters. */
  keepNewest(samples: number): void {
    this.#frames = this.#frames.slice(-Math.ceil(samples / voiceFrameSamples));
  }

  /** Forgets everything, as after a time with shut ears. */
  reset(): void {
    this.#voice.reset();
    this.#frames = [];
    this.#speaking = false;
    this.#speechFrames = 0;
  }

  #wait(probability: number): Heard {
    this.#speechFrames = probability >= speechBegins ? this.#speechFrames + 1 : 0;
    this.#frames = this.#frames.slice(-framesIn(beforeSpeechMs));
    if (this.#speechFrames < framesToBegin) return { kind: 'silence' };
    this.#speaking = true;
    this.#silentFrames = 0;
    return { kind: 'speech', begins: true, samples: joined(this.#frames) };
  }

  #goOn(frame: Float32Array, probability: number): Heard {
    this.#silentFrames = probability >= speechGoesOn ? 0 : this.#silentFrames + 1;
    const paused = this.#silentFrames >= framesIn(endPauseMs[this.#said.completeness]);
    if (!paused && this.#frames.length < framesIn(longestMs))
      return { kind: 'speech', begins: false, samples: frame };
    const utterance = joined(this.#frames);
    this.#speaking = false;
    // Where speech was cut, the next piece begins at once.
    this.#speechFrames = paused ? 0 : framesToBegin;
    this.#frames = this.#frames.slice(-framesIn(beforeSpeechMs));
    return { kind: 'end', utterance };
  }
}

function framesIn(ms: number): number {
  return Math.round(ms / frameMs);
}

export function joined(frames: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(frames.reduce((sum, frame) => sum + frame.length, 0));
  let at = 0;
  for (const frame of frames) {
    whole.set(frame, at);
    at += frame.length;
  }
  return whole;
}
