import { z } from 'zod';
import type { SampleId } from './identifiers.ts';

/** What Lares is called by. */
export const WakePhrase = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{Script=Latin}' ]{3,40}$/u, 'a wake phrase is 3 to 40 letters');

/** How well a phrase is heard at one sensitivity, as far as it could be measured. */
export interface WakePoint {
  /** 0 calmer … 1 keener. */
  readonly sensitivity: number;
  /** The score that a call needs there. */
  readonly threshold: number;
  /** Estimated on speech and noise without the phrase. */
  readonly falseAlarmsPerHour: number;
  /** Of calls by voices that it did not learn from, synthetic ones; null where there were none. */
  readonly missRate: number | null;
}

/** What is known of a phrase that Lares can be called by. */
export interface WakeReport {
  readonly phrase: string;
  /** `shipped` phrases are known from the start; `trained` ones were learnt in this house. */
  readonly origin: 'shipped' | 'trained';
  readonly trainedAtMs: number;
  /** The household's recordings that it learnt from. */
  readonly recordings: number;
  /** How many of the household's recordings were heard by networks that had not learnt from them; null without recordings. */
  readonly heldOut: { readonly recordings: number; readonly heard: number } | null;
  readonly hoursOfNegatives: number;
  /** From the calmest to the keenest. */
  readonly curve: readonly WakePoint[];
}

/** A phrase as it is kept: an ensemble of small networks in one ONNX file, and what is known of it. */
export interface WakeModel {
  readonly network: Uint8Array;
  /** The speech embedding that it was trained for; with another one it is of no use. */
  readonly embedding: string;
  readonly report: WakeReport;
}

/** `speaking`: voices are synthesised. `hearing`: they are heard in rooms and noises. `learning`, then `judging` on what was left out. */
export type WakeStage = 'speaking' | 'hearing' | 'learning' | 'judging';

export type WakeTraining =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'training';
      readonly phrase: string;
      readonly stage: WakeStage;
      /** Of the whole, 0..1. */
      readonly done: number;
      readonly beganAtMs: number;
    }
  | { readonly kind: 'failed'; readonly phrase: string; readonly what: string; readonly advice: string };

/** A recording that a phrase learns from: somebody who calls, or sound that was taken for a call and was none. */
export interface WakeSample {
  readonly id: SampleId;
  readonly phrase: string;
  readonly kind: 'call' | 'not_call';
  readonly atMs: number;
  readonly durationMs: number;
  /** The loudest moment, 0..1, where 1 is clipped; the page warns of what is too loud or too quiet. */
  readonly peak?: number;
}

/** Sound of one utterance: 16-bit little-endian samples, mono, 16 kHz. `peak`: 0..1, 1 is clipped. */
export interface Recording {
  readonly pcm: Uint8Array;
  readonly durationMs: number;
  readonly peak: number;
}

/** Whether a phrase would do. */
export interface WakeAdvice {
  readonly verdict: 'good' | 'weak' | 'bad';
  /** Sentences for the owner: what is wrong with it, and what would be better; none when it is good. */
  readonly advice: readonly string[];
}

/** What the page shows of wake phrases. */
export interface WakeView {
  readonly training: WakeTraining;
  /** Shipped ones first; a phrase that was trained here takes the place of the shipped one. */
  readonly phrases: readonly WakeReport[];
  /** The household's recordings, the newest first. */
  readonly samples: readonly WakeSample[];
}

/** What the microphone gives now, about ten times a second. */
export interface VoiceReading {
  /** Loudness in dB of full scale, -90..0. */
  readonly levelDb: number;
  /** How likely it is speech, 0..1. */
  readonly speech: number;
  /** How much it is like the wake phrase, 0..1, where 0.5 is just enough to wake Lares. */
  readonly likeness: number;
}
