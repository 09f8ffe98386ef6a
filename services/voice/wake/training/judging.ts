import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { embeddingLength } from '../../../../models/speech-embedding.ts';
import { wakeWindowEmbeddings, type WakeHeads } from '../../../../models/wake-heads.ts';
import type { WakePoint } from '../../../contract/wake.ts';
import { windowStepSamples } from '../embedding-stream.ts';
import { lookedAtSamples, type SecondLook } from '../second-look.ts';
import { endOfEmbedding } from './embedded-clips.ts';
import type { HeardNegative } from './negatives.ts';
import { windowLength } from './weight-places.ts';

const windowsAtOnce = 128;
const hoursPerEmbedding = 0.08 / 3600;
/** As the ear does it: the mean of two scores; and what follows within about a second belongs to the same call. */
const refractoryWindows = 13;
/** The tail of the false alarms is drawn from this many of the highest peaks. */
const tailPeaks = 30;
/** So many sounds are looked at a second time. */
const mostLooks = 80;

/** Scores of all windows of a stream of embeddings, each the mean of two, as the ear takes them. */
export async function smoothedScores(embeddings: Float32Array, heads: WakeHeads): Promise<Float32Array> {
  const count = Math.max(0, embeddings.length / embeddingLength - wakeWindowEmbeddings + 1);
  const scores = new Float32Array(count);
  for (let from = 0; from < count; from += windowsAtOnce) {
    const some = Math.min(windowsAtOnce, count - from);
    const windows = new Float32Array(some * windowLength);
    for (let i = 0; i < some; i++) {
      const start = (from + i) * embeddingLength;
      windows.set(embeddings.subarray(start, start + windowLength), i * windowLength);
    }
    scores.set(await heads.score(windows), from);
    await turnOfOthers();
  }
  return scores.subarray(1).map((score, i) => (score + (scores[i] ?? 0)) / 2);
}

/** One of the highest scores of a stream. `at`: which of the scores. */
export interface Peak {
  readonly score: number;
  readonly at: number;
}

/** The highest scores, none within a second of a higher one: what would be a call at a threshold below it. */
export function peaksOf(scores: Float32Array): readonly Peak[] {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const taken = new Uint8Array(scores.length);
  const peaks: Peak[] = [];
  for (const at of order) {
    if (taken[at] === 1) continue;
    peaks.push({ score: scores[at] ?? 0, at });
    taken.fill(1, Math.max(0, at - refractoryWindows), at + refractoryWindows + 1);
  }
  return peaks;
}

/** How often scores come where nobody calls. */
export interface AlarmTail {
  readonly hours: number;
  /** Of the heads, descending. */
  readonly peaks: readonly number[];
  /** What a second look adds to sounds that are most like a call to the heads, equally likely each; one 0 where there is none. */
  readonly lifts: readonly number[];
}

/** What judges a call: heads, and a second look where there is one. */
export interface CallJudges {
  readonly heads: WakeHeads;
  readonly look: Pick<SecondLook, 'lift'> | null;
}

/** A call as heads hear it, and its sound with little around it. */
export interface HeardCall {
  readonly embeddings: Float32Array;
  readonly sound: Float32Array;
}

/** The score of a call by all its judges. */
export async function scoreOf(
  { embeddings, sound }: HeardCall,
  { heads, look }: CallJudges,
): Promise<number> {
  const score = await highestScore(embeddings, heads);
  return score + (look?.lift(sound) ?? 0);
}

/** What the judges of a phrase find in sound without it. */
export async function alarmTail(
  negatives: readonly HeardNegative[],
  phrase: string,
  { heads, look }: CallJudges,
): Promise<AlarmTail> {
  const peaks: { readonly peak: Peak; readonly sound: Int16Array }[] = [];
  let embeddings = 0;
  for (const { sound, embeddings: heard } of negatives) {
    embeddings += heard.length / embeddingLength;
    for (const peak of peaksOf(await smoothedScores(heard, heads))) peaks.push({ peak, sound });
  }
  peaks.sort((a, b) => b.peak.score - a.peak.score);
  const lifts: number[] = [];
  for (const { peak, sound } of look === null ? [] : peaks.slice(0, mostLooks)) {
    await turnOfOthers();
    lifts.push(look?.lift(soundOf(peak, sound, phrase)) ?? 0);
  }
  return {
    hours: embeddings * hoursPerEmbedding,
    peaks: peaks.map(({ peak }) => peak.score),
    lifts: lifts.length === 0 ? [0] : lifts,
  };
}

/** What a second look at a peak hears: a step more than the window, since a peak is only known when the score has fallen. */
function soundOf({ at }: Peak, sound: Int16Array, phrase: string): Float32Array {
  // The n-th smoothed score is that of windows n and n + 1, of which the later one ends with this embedding.
  const end = endOfEmbedding(at + wakeWindowEmbeddings);
  const looked = sound.subarray(Math.max(0, end - lookedAtSamples(phrase)), end + windowStepSamples);
  return Float32Array.from(looked, (sample) => sample / 32_768);
}

const scores = { least: -15, most: 15 } as const;
const halvings = 30;

/**
 * The threshold at which so many false alarms an hour are expected. Sounds that both judges take for a call are too few to count, so
 * heads and looks are taken for independent: each lift may fall on each peak.
 */
export function thresholdFor(wantedPerHour: number, tail: AlarmTail): number {
  const headsAlarms = alarmsOfHeads(tail);
  const expected = (threshold: number): number =>
    tail.lifts.reduce((sum, lift) => sum + headsAlarms(threshold - lift), 0) / tail.lifts.length;
  let low: number = scores.least;
  let high: number = scores.most;
  for (let halving = 0; halving < halvings; halving++) {
    const between = (low + high) / 2;
    if (expected(between) > wantedPerHour) low = between;
    else high = between;
  }
  return (low + high) / 2;
}

/**
 * How many peaks of the heads an hour are above a score. Hours of sound are few, so the rate beyond the 30 highest peaks is drawn on
 * by a generalised Pareto tail (peaks over threshold: Pickands, Statistical inference using extreme order statistics, 1975); below them
 * the peaks are counted.
 */
function alarmsOfHeads({ hours, peaks }: AlarmTail): (score: number) => number {
  const used = Math.min(tailPeaks, peaks.length - 1);
  const counted = (score: number): number => peaks.filter((peak) => peak >= score).length / hours;
  if (used < 2) return counted;
  const base = peaks[used] ?? 0;
  const { shape, scale } = paretoOf(peaks.slice(0, used).map((peak) => peak - base));
  const beyond = (score: number): number =>
    (used / hours) * Math.max(0, 1 + (shape * (score - base)) / scale) ** (-1 / shape);
  return (score) => (score < base ? counted(score) : beyond(score));
}

/** Scores end somewhere, since what is wanted of calls is finite: the tail is never heavier than an exponential one. */
const shapes = { least: -0.5, most: -0.02 } as const;

/** By probability-weighted moments (Hosking and Wallis, Parameter and quantile estimation for the generalized Pareto, 1987). */
function paretoOf(descending: readonly number[]): { readonly shape: number; readonly scale: number } {
  const count = descending.length;
  const mean = descending.reduce((sum, excess) => sum + excess, 0) / count;
  const weighted = descending.reduce((sum, excess, i) => sum + excess * ((i + 0.65) / count), 0) / count;
  const shape = 2 - mean / Math.max(1e-9, mean - 2 * weighted);
  const bounded = Math.min(shapes.most, Math.max(shapes.least, shape));
  return { shape: bounded, scale: mean * (1 - bounded) };
}

const calmestPerHour = 0.05;
const keenestPerHour = 5;
const points = 21;

/** From the calmest, one false alarm in 20 hours, by equal factors to the keenest, five an hour; half an alarm in the middle. */
export function alarmsPerHourAt(sensitivity: number): number {
  return calmestPerHour * (keenestPerHour / calmestPerHour) ** sensitivity;
}

/**
 * The curve of a report. `calls`: the highest score of each call by a voice that was left out. `talkShare`: of the time in which the
 * phrase is listened for, how much is like the sound that is judged by, in which somebody talks almost without a pause.
 */
export function curveOf(tail: AlarmTail, calls: readonly number[], talkShare: number): readonly WakePoint[] {
  return Array.from({ length: points }, (_, i) => {
    const sensitivity = i / (points - 1);
    const falseAlarmsPerHour = alarmsPerHourAt(sensitivity);
    const threshold = thresholdFor(falseAlarmsPerHour / talkShare, tail);
    const missed = calls.filter((score) => score < threshold).length;
    return {
      sensitivity,
      threshold: rounded(threshold),
      falseAlarmsPerHour: rounded(falseAlarmsPerHour),
      missRate: calls.length === 0 ? null : rounded(missed / calls.length),
    };
  });
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** The highest smoothed score of a sound. */
export async function highestScore(embeddings: Float32Array, heads: WakeHeads): Promise<number> {
  return (await smoothedScores(embeddings, heads)).reduce((most, score) => Math.max(most, score), -Infinity);
}
