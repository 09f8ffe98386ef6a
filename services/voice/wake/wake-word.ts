import { voiceSampleRateHz } from '../../../models/voice-activity.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Allphone, comparable } from '../recogniser/allphone.ts';
import { pronunciationsOf, type Pronunciations } from '../recogniser/dictionary.ts';
import { joined, type Heard } from '../listening.ts';
import { Decoder } from '../recogniser/pocketsphinx.ts';
import { int16Of } from '../sound/sound.ts';

/**
 * A wake phrase that was heard. It began, with some margin, `samplesAgo` samples before the end of the newest sound. When it is
 * not `sure`, it counts only together with a command that is well understood in the same breath.
 */
export interface Wake {
  readonly sure: boolean;
  readonly score: number;
  readonly samplesAgo: number;
}

/** The keyphrase search reports whatever is at all like the phrase; the score decides. */
const loosest = '1e-50';
/** A candidate is judged when its score has not risen for this long: then its last sound is in. */
const settleMs = 160;
/** Sound before a candidate that belongs to it when it is judged. */
const marginMs = 300;
/** The longest phrase. */
const rememberedMs = 4_000;
/** The decoder's frames. */
const samplesPerDecoderFrame = 160;
/** The weight of the log likelihood ratio per frame beside the score of the keyphrase search; anything from 30 to 80 does about as well. */
const ratioWeight = 50;

interface Candidate {
  readonly score: number;
  readonly lengthSamples: number;
  /** Samples of the utterance at the time of the candidate. */
  readonly at: number;
}

/**
 * Listens for a phrase: PocketSphinx's keyphrase search finds candidates in the stream, and a second look at each compares
 * how well the phrase explains the sound with how well any sequence of phones does. A stop-gap: it misses far more
 * than a network trained for the phrase.
 */
export class WakeWord {
  readonly #keyphrase: Decoder;
  readonly #phrase: Decoder;
  readonly #allphone: Allphone;
  readonly #phones: number;
  readonly #sureFrom: number;
  readonly #likelyFrom: number;
  #sound: Float32Array[] = [];
  #heard = 0;
  #isListening = false;
  #best: Candidate | null = null;

  private constructor(
    phrase: string,
    words: Pronunciations,
    thresholds: WakeThresholds & { readonly phones: number },
  ) {
    this.#phones = thresholds.phones;
    this.#sureFrom = thresholds.sure;
    this.#likelyFrom = thresholds.likely;
    this.#keyphrase = new Decoder({ '-kws_threshold': loosest });
    this.#phrase = new Decoder({ ...comparable, '-beam': '1e-80', '-pbeam': '1e-80', '-wbeam': '1e-50' });
    this.#allphone = new Allphone();
    for (const [word, phones] of words) {
      this.#keyphrase.addWord(word, phones);
      this.#phrase.addWord(word, phones);
    }
    this.#keyphrase.setKeyphrase('wake', phrase);
    this.#keyphrase.use('wake');
    this.#phrase.setJsgf('wake', `#JSGF V1.0;\ngrammar wake;\npublic <wake> = ${phrase};\n`);
    this.#phrase.use('wake');
  }

  /**
   * `sensitivity`: 0 fewest false alarms … 1 fewest misses. `reports`: for measurements, candidates of any score.
   * @throws {Trouble} 'missing_program' without PocketSphinx, 'bad_settings' for a phrase that can't be said.
   */
  static async open(wake: {
    readonly phrase: string;
    readonly sensitivity: number;
    readonly reports?: 'every candidate';
  }): Promise<WakeWord> {
    const words = wake.phrase.split(/\s+/).filter((word) => word !== '');
    const pronunciations = await pronunciationsOf(words);
    const said = words.flatMap((word) => pronunciations.get(word)?.[0] ?? []);
    if (said.length < words.length || words.length === 0)
      throw new Trouble('bad_settings', {
        what: `Nobody can say the wake phrase "${wake.phrase}".`,
        advice: 'Choose one or more English words, for example "computer".',
      });
    const phones = said.join(' ').split(' ').length;
    const thresholds = wakeThresholds(wake.sensitivity, phones);
    const likely = wake.reports === 'every candidate' ? -Infinity : thresholds.likely;
    return new WakeWord(words.join(' '), pronunciations, { phones, sure: thresholds.sure, likely });
  }

  /** The scores that another sensitivity would ask for. */
  thresholdsAt(sensitivity: number): WakeThresholds {
    return wakeThresholds(sensitivity, this.#phones);
  }

  close(): void {
    this.#keyphrase.close();
    this.#phrase.close();
    this.#allphone.close();
  }

  /** Takes what listening made of the next frame. */
  follow(heard: Heard): Wake | null {
    switch (heard.kind) {
      case 'silence':
        return null;
      case 'speech':
        if (heard.begins) this.#begin();
        return this.#hear(heard.samples);
      case 'end':
        return this.#end();
    }
  }

  /** Forgets what was heard, as after a time with shut ears. */
  reset(): void {
    if (this.#isListening) this.#keyphrase.end();
    this.#isListening = false;
  }

  #begin(): void {
    this.reset();
    this.#sound = [];
    this.#heard = 0;
    this.#best = null;
    this.#keyphrase.start();
    this.#isListening = true;
  }

  #hear(samples: Float32Array): Wake | null {
    this.#remember(samples);
    this.#keyphrase.hear(int16Of(samples), false);
    const newest = this.#keyphrase.hypothesis() === null ? undefined : this.#keyphrase.segments().at(-1);
    if (newest !== undefined && newest.score > (this.#best?.score ?? -Infinity)) {
      const lengthSamples = (newest.lastFrame - newest.firstFrame) * samplesPerDecoderFrame;
      this.#best = { score: newest.score, lengthSamples, at: this.#heard };
    }
    const isSettled = this.#best !== null && this.#heard - this.#best.at >= samplesIn(settleMs);
    return isSettled ? this.#judge('speech goes on') : null;
  }

  /** Speech has ended: a candidate that was waiting to settle is judged now. */
  #end(): Wake | null {
    const wake = this.#judge('speech has ended');
    this.reset();
    return wake;
  }

  #judge(when: 'speech goes on' | 'speech has ended'): Wake | null {
    const candidate = this.#best;
    if (candidate === null) return null;
    const since = this.#heard - candidate.at;
    const samplesAgo = Math.min(since + candidate.lengthSamples + samplesIn(marginMs), this.#heard);
    const sound = joined(this.#sound);
    const cut = int16Of(sound.subarray(Math.max(0, sound.length - samplesAgo), sound.length - since));
    this.#best = null;
    if (when === 'speech goes on') {
      this.#keyphrase.end();
      this.#keyphrase.start();
    }
    const path = this.#phrase.recognise(cut) === null ? null : this.#phrase.path();
    const free = this.#allphone.path(cut);
    if (path === null || free === null) return null;
    const score = candidate.score + (ratioWeight * (path.acoustic - free.acoustic)) / path.frames;
    return score >= this.#likelyFrom ? { sure: score >= this.#sureFrom, score, samplesAgo } : null;
  }

  #remember(samples: Float32Array): void {
    this.#heard += samples.length;
    this.#sound.push(samples);
    let length = this.#sound.reduce((sum, piece) => sum + piece.length, 0);
    while (length - (this.#sound[0]?.length ?? 0) > samplesIn(rememberedMs))
      length -= this.#sound.shift()?.length ?? 0;
  }
}

/** Scores that a candidate needs, to be sure and to be likely. */
export interface WakeThresholds {
  readonly sure: number;
  readonly likely: number;
}

/**
 * The search's own score is a sum over time, so that a longer phrase is allowed a lower one. `sensitivity` 0..1, `phones` the
 * length of the phrase. The figures come from "computer": at 0.5 one miss in five, and about two false alarms in an hour of
 * uninterrupted speech.
 */
export function wakeThresholds(sensitivity: number, phones: number): WakeThresholds {
  const sure = -1754 - 800 * sensitivity - 112 * phones;
  return { sure, likely: sure - 600 };
}

function samplesIn(ms: number): number {
  return (ms / 1000) * voiceSampleRateHz;
}
