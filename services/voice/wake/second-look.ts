import { voiceSampleRateHz } from '../../../models/voice-activity.ts';
import { Allphone, comparable } from '../recogniser/allphone.ts';
import { pronunciationsOf } from '../recogniser/dictionary.ts';
import { Decoder } from '../recogniser/pocketsphinx.ts';
import { int16Of } from '../sound/sound.ts';

/** The phones of CMUdict: any of them may stand before and after the phrase. */
const phones =
  'AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH'.split(
    ' ',
  );
/** Wide beams: a path with the phrase in it must come through even where something else fits better. */
const search = { '-beam': '1e-120', '-pbeam': '1e-120', '-wbeam': '1e-100', '-lw': '1.0' };
/**
 * What a look adds to the score of the heads, for each unit of the ratio. Chosen on one phrase and looked at on another; half or one and
 * a half times as much does about as well.
 */
const weight = 0.08;
/** Beyond these a ratio says no more. */
const ratios = { least: -120, most: 10 } as const;
/** The most that a look adds: a score that lacks more than this needs no look. */
export const mostLift = weight * ratios.most;
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

/** What a ratio adds to the score of the heads. */
export function liftOf(ratio: number): number {
  return weight * Math.min(ratios.most, Math.max(ratios.least, ratio));
}

/**
 * Judges by another kind of model whether a phrase was said: the acoustic model of PocketSphinx, which has learnt from people, where
 * the heads have learnt from synthetic voices. Both are seldom wrong about the same sound. A look takes about 0.3 s of work, so that
 * it is for the few sounds that the heads are not sure of.
 */
export class SecondLook {
  readonly #decoder = new Decoder({ ...comparable, ...search });
  readonly #allphone = new Allphone();
  readonly #words: ReadonlySet<string>;

  private constructor(words: ReadonlyMap<string, readonly string[]>) {
    this.#words = new Set(words.keys());
    for (const [word, pronunciations] of words) this.#decoder.addWord(word, pronunciations);
    for (const phone of phones) this.#decoder.addWord(fillerOf(phone), [phone]);
  }

  /** Null for a phrase that can't be said in English phones. Throws Trouble 'missing_program' without PocketSphinx. */
  static async open(phrase: string): Promise<SecondLook | null> {
    const said = phrase.split(/\s+/).filter((word) => word !== '');
    const words = await pronunciationsOf(said);
    if (said.length === 0 || said.some((word) => !words.has(word))) return null;
    const look = new SecondLook(words);
    const anything = phones.map(fillerOf).join(' | ');
    look.#decoder.setJsgf(
      'call',
      `#JSGF V1.0;\ngrammar call;\n<any> = ${anything};\npublic <call> = <any>* ${said.join(' ')} <any>*;\n`,
    );
    look.#decoder.use('call');
    return look;
  }

  /**
   * The log likelihood of the sound with the phrase in it over that of free phones, for each 10 ms of the phrase, in the library's unit:
   * about -40..10 where somebody says it, below -40 for 95 % of other speech, -∞ where no path with it can be found. Sound of 16 kHz,
   * -1..1, with the phrase and little around it.
   */
  ratio(sound: Float32Array): number {
    const samples = int16Of(sound);
    if (this.#decoder.recognise(samples) === null) return -Infinity;
    const segments = this.#decoder.segments();
    const free = this.#allphone.path(samples);
    const frames = segments
      .filter(({ word }) => this.#words.has(word.replace(/\(\d+\)$/, '')))
      .reduce((sum, { firstFrame, lastFrame }) => sum + lastFrame - firstFrame + 1, 0);
    if (free === null || frames === 0) return -Infinity;
    const acoustic = segments.reduce((sum, segment) => sum + segment.acoustic, 0);
    return (acoustic - free.acoustic) / frames;
  }

  close(): void {
    this.#decoder.close();
    this.#allphone.close();
  }
}

/** The word of a phone: no word of a language begins with an underscore. */
function fillerOf(phone: string): string {
  return `_${phone.toLowerCase()}`;
}
