import type { VoiceReading } from '../../../services/contract/wake.ts';

/** What the phrase came to lately: whether it would have woken Lares. */
export type MeterVerdict = 'waiting' | 'heard' | 'nearly' | 'other';

export interface Meter {
  /** Null before the first reading. */
  readonly reading: VoiceReading | null;
  readonly verdict: MeterVerdict;
  /** The best likeness of the moments that are remembered, 0..1. */
  readonly best: number;
  /** How often it woke since the meter was opened. */
  readonly woken: number;
  readonly moments: readonly Moment[];
}

interface Moment {
  readonly atMs: number;
  readonly speech: number;
  readonly likeness: number;
}

export const wakesAt = 0.5;
const nearlyAt = 0.25;
const speechAt = 0.5;
/** So long a word is remembered: one looks up after one has said it. */
const rememberedMs = 2500;

export const startedMeter: Meter = { reading: null, verdict: 'waiting', best: 0, woken: 0, moments: [] };

/** The meter after a reading. */
export function meterAfter(before: Meter, reading: VoiceReading, nowMs: number): Meter {
  const { speech, likeness } = reading;
  const lately = before.moments.filter(({ atMs }) => nowMs - atMs < rememberedMs);
  const moments = [...lately, { atMs: nowMs, speech, likeness }];
  const best = Math.max(...moments.map((moment) => moment.likeness));
  const rises = likeness >= wakesAt && (before.moments.at(-1)?.likeness ?? 0) < wakesAt;
  return { reading, moments, best, verdict: verdictOf(moments, best), woken: before.woken + (rises ? 1 : 0) };
}

function verdictOf(moments: readonly Moment[], best: number): MeterVerdict {
  if (best >= wakesAt) return 'heard';
  if (best >= nearlyAt) return 'nearly';
  // Speech that goes on may still become the phrase; only after it one can say that it was another.
  const wasSpeech = moments.some(({ speech }) => speech >= speechAt);
  return wasSpeech && (moments.at(-1)?.speech ?? 0) < speechAt ? 'other' : 'waiting';
}

const quietestDb = -60;

/** Loudness as a share of the bar, 0..1. */
export function levelShare(levelDb: number): number {
  return Math.min(1, Math.max(0, 1 - levelDb / quietestDb));
}
