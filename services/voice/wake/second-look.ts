import { voiceSampleRateHz } from '../../../models/voice-activity.ts';
import { Allphone, comparable } from '../recogniser/allphone.ts';
import { pronunciationsOf, type Pronunciations } from '../recogniser/dictionary.ts';
import { Decoder, type Segment } from '../recogniser/pocketsphinx.ts';
import { int16Of } from '../sound/sound.ts';
import { syllablesOf } from './syllables.ts';

/** The phones of CMUdict: any of them may stand before and after the phrase. */
const phones =
  'AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH'.split(
    ' ',
  );
/** Wide beams: a path with the phrase in it must come through even where something else fits better. */
const search = { '-beam': '1e-120', '-pbeam': '1e-120', '-wbeam': '1e-100', '-lw': '1.0' };
/**
 * What a look adds to the score of the heads, for each unit of the ratio; and how much the syllable that fits least counts beside the
 * whole. Chosen on two phrases; half or one and a half times as much does about as well.
 */
const weight = 0.08;
const weakestWeight = 0.375;
/** Beyond these a ratio of log likelihoods says no more. */
const ratios = { least: -120, most: 10 } as const;
/** The most that a look adds: a score that lacks more than this needs no look. */
export const mostLift = weight * (1 + weakestWeight) * ratios.most;
/** What the heads find less likely than this is not looked at: in talk without end there would be 400 looks an hour, not 120. */
export const leastLookedAt = -1.5;
/** What a look adds to a call by a person, typically. */
export const usualLift = -1.2;

/** How long a phrase may take to say, and sound before it that is heard as well, where it was said slowly. */
const mostMsPerLetter = 80;
const marginMs = 750;

/** How many samples before the end of a phrase a look hears, at 16 kHz. */
export function lookedAtSamples(phrase: string): number {
  return ((phrase.length * mostMsPerLetter + marginMs) / 1000) * voiceSampleRateHz;
}

/** What a look found, in log likelihoods for each 10 ms, in the library's unit. */
export interface Likeness {
  /** Of the sound with the phrase in it over free phones, for the length of the phrase. */
  readonly whole: number;
  /** The same of the syllable that fits least, in its place. */
  readonly weakest: number;
}

/** What a look adds to the score of the heads; it found nothing where there is no path with the phrase. */
export function liftOf(likeness: Likeness | null): number {
  const { whole, weakest } = likeness ?? { whole: -Infinity, weakest: -Infinity };
  return weight * (bounded(whole) + weakestWeight * bounded(weakest));
}

function bounded(ratio: number): number {
  return Math.min(ratios.most, Math.max(ratios.least, ratio));
}

/**
 * Judges by another kind of model whether a phrase was said: the acoustic model of PocketSphinx, which has learnt from people, where
 * the heads have learnt from synthetic voices. Both are seldom wrong about the same sound. The syllable that fits least counts
 * beside the whole: "at last" has most of "view glass" in it. A look takes about 0.3 s of work, so that it is for the few sounds that the heads
 * are not sure of.
 */
export class SecondLook {
  readonly #decoder = new Decoder({ ...comparable, ...search });
  readonly #allphone = new Allphone();

  private constructor(pronunciations: Pronunciations, words: readonly string[]) {
    const spoken = words.map((word, nth) =>
      (pronunciations.get(word) ?? [])
        .map((phones, way) => this.#addSyllables(phones.split(' '), `${nth}_${way}`))
        .join(' | '),
    );
    for (const phone of phones) this.#decoder.addWord(fillerOf(phone), [phone]);
    const anything = phones.map(fillerOf).join(' | ');
    const phrase = spoken.map((ways) => `(${ways})`).join(' ');
    this.#decoder.setJsgf(
      'call',
      `#JSGF V1.0;\ngrammar call;\n<any> = ${anything};\npublic <call> = <any>* ${phrase} <any>*;\n`,
    );
    this.#decoder.use('call');
  }

  /** Null for a phrase that can't be said in English phones. Throws Trouble 'missing_program' without PocketSphinx. */
  static async open(phrase: string): Promise<SecondLook | null> {
    const words = phrase.split(/\s+/).filter((word) => word !== '');
    const pronunciations = await pronunciationsOf(words);
    if (words.length === 0 || words.some((word) => !pronunciations.has(word))) return null;
    return new SecondLook(pronunciations, words);
  }

  /** What a look adds to the score of the heads. Sound of 16 kHz, -1..1, with the phrase and little around it. */
  lift(sound: Float32Array): number {
    return liftOf(this.#likeness(sound));
  }

  #likeness(sound: Float32Array): Likeness | null {
    const samples = int16Of(sound);
    if (this.#decoder.recognise(samples) === null) return null;
    const path = this.#decoder.segments();
    const syllables = path.filter(({ word }) => word.startsWith(syllableMark));
    const free = this.#allphone.path(samples) === null ? [] : this.#allphone.segments();
    if (syllables.length === 0 || free.length === 0) return null;
    const freely = cumulated(free);
    const until = (frame: number): number => freely[frame] ?? freely.at(-1) ?? 0;
    const gains = syllables.map(
      ({ firstFrame, lastFrame, acoustic }) => acoustic - until(lastFrame + 1) + until(firstFrame),
    );
    const lengths = syllables.map(({ firstFrame, lastFrame }) => lastFrame - firstFrame + 1);
    return {
      whole: (likelihoodOf(path) - likelihoodOf(free)) / lengths.reduce((sum, length) => sum + length, 0),
      weakest: Math.min(...gains.map((gain, nth) => gain / (lengths[nth] ?? 1))),
    };
  }

  close(): void {
    this.#decoder.close();
    this.#allphone.close();
  }

  /** The grammar's words for a way to say a word. */
  #addSyllables(word: readonly string[], name: string): string {
    return syllablesOf(word)
      .map((syllable, nth) => {
        const mark = `${syllableMark}${name}_${nth}`;
        this.#decoder.addWord(mark, [syllable.join(' ')]);
        return mark;
      })
      .join(' ');
  }
}

/** No word of a language begins like these. */
const syllableMark = '_syllable_';

function fillerOf(phone: string): string {
  return `_${phone.toLowerCase()}`;
}

function likelihoodOf(path: readonly Segment[]): number {
  return path.reduce((sum, { acoustic }) => sum + acoustic, 0);
}

/** The likelihood of a path up to each frame; within a segment it grows evenly. */
function cumulated(path: readonly Segment[]): Float64Array {
  const sums = new Float64Array((path.at(-1)?.lastFrame ?? -1) + 2);
  for (const { firstFrame, lastFrame, acoustic } of path)
    sums.fill(acoustic / (lastFrame - firstFrame + 1), firstFrame + 1, lastFrame + 2);
  for (let frame = 1; frame < sums.length; frame++) sums[frame] = (sums[frame] ?? 0) + (sums[frame - 1] ?? 0);
  return sums;
}
