import type { VoiceSettings } from '../../contract/settings.ts';
import { Chimes, type Chime } from './chime.ts';
import { espeakSound } from './espeak.ts';
import { clockOf, loudnessAt, type LoudnessSettings } from './loudness.ts';
import { play } from './player.ts';
import { decodeSound } from './sound.ts';
import { spokenSentences } from './spoken-text.ts';
import { wavOf, type Sound } from './wav.ts';

type Language = VoiceSettings['language'];

/** Speaks a text into samples -1..1 at 16 kHz by espeak-ng. Throws Trouble 'missing_program'. */
export async function synthesise(text: string, language: Language = 'en'): Promise<Float32Array> {
  return decodeSound(wavOf(await espeakSound(text, language)));
}

export interface SpeakerOptions {
  /** What the household's clock shows. */
  readonly now?: () => Date;
}

/**
 * Says sentences aloud, one after the other, on the sound card of the machine; without one it is silent. As loud as the
 * settings say for the time of day.
 */
export class Speaker {
  readonly #changed: (text: string | null) => void;
  readonly #closed: AbortSignal;
  readonly #now: () => Date;
  readonly #chimes = new Chimes();
  #turn: Promise<void> = Promise.resolve();
  #chiming: Promise<void> = Promise.resolve();
  #stopping = new AbortController();
  #text: string | null = null;

  /** `changed` is told what is being said, null when it is over. The signal ends all speaking at once and for good. */
  constructor(changed: (text: string | null) => void, signal: AbortSignal, options: SpeakerOptions = {}) {
    this.#changed = changed;
    this.#closed = signal;
    this.#now = options.now ?? (() => new Date());
    signal.addEventListener(
      'abort',
      () => {
        this.stop();
      },
      { once: true },
    );
  }

  /** What is being said, null when nothing is. */
  get text(): string | null {
    return this.#text;
  }

  get isSpeaking(): boolean {
    return this.#text !== null;
  }

  /** Resolves when it was said, was stopped, or could not be said. */
  say(text: string, how: LoudnessSettings & Pick<VoiceSettings, 'language'>): Promise<void> {
    const { signal } = this.#stopping;
    this.#turn = this.#turn.then(() => this.#say(text, how, signal));
    return this.#turn;
  }

  /** Ends what is being said at once, and forgets what waits to be said. */
  stop(): void {
    this.#stopping.abort();
    this.#stopping = new AbortController();
  }

  /**
   * A short sound that begins at once, whatever is being said; what is said next waits for its end. Resolves when it is over.
   * Does nothing where the household wants no chime.
   */
  chime(how: LoudnessSettings & Pick<VoiceSettings, 'chime'>, chime: Chime = 'heard'): Promise<void> {
    const loudness = this.#loudness(how);
    if (!how.chime || loudness === 0 || this.#closed.aborted) return Promise.resolve();
    this.#chiming = play(asLoudAs(this.#chimes.sound(chime), loudness), this.#closed);
    return this.#chiming;
  }

  async #say(text: string, how: Parameters<Speaker['say']>[1], signal: AbortSignal): Promise<void> {
    const sentences = spokenSentences(text, how.language);
    if (signal.aborted || this.#closed.aborted || sentences.length === 0 || this.#loudness(how) === 0) return;
    this.#become(text);
    try {
      await this.#chiming;
      for (const sentence of sentences) {
        if (isAborted(signal)) return;
        const sound = await espeakSound(sentence, how.language, signal);
        await play(asLoudAs(sound, this.#loudness(how)), signal);
      }
    } catch {
      // Without espeak-ng the page still shows the reply; the doctor tells that it is missing.
    } finally {
      this.#become(null);
    }
  }

  #loudness(how: LoudnessSettings): number {
    return loudnessAt(how, clockOf(this.#now()));
  }

  #become(text: string | null): void {
    this.#text = text;
    this.#changed(text);
  }
}

/** Asked anew, since it may become so while something else is awaited. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function asLoudAs({ samples, sampleRateHz }: Sound, percent: number): Sound {
  return { samples: samples.map((sample) => (sample * percent) / 100), sampleRateHz };
}
