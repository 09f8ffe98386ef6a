import type { OfflineTts, Waveform } from 'sherpa-onnx-node';
import type { VoiceSettings } from '../../contract/settings.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { VoiceNews } from '../../contract/voice-process.ts';
import { openVoice, requireSherpa, type VoiceFiles } from '../sherpa.ts';
import { worksInSherpa } from '../sherpa-trial.ts';
import { espeakSound } from './espeak.ts';
import { installedVoices, type InstalledVoice } from './piper.ts';
import type { Sound } from './wav.ts';

type Language = VoiceSettings['language'];

export interface VoicesOptions {
  /** The folder of the networks; without it there is espeak-ng alone. */
  readonly models?: string;
  readonly troubled?: VoiceNews['troubled'];
}

const noticeId = 'speaking-voice';

/**
 * The voices that Lares speaks with: a Piper voice of the household's language where one is installed, else espeak-ng. While a
 * voice is being opened, and from when one fails, espeak-ng speaks: nobody waits, and an answer is never lost.
 */
export class Voices {
  readonly #options: VoicesOptions;
  readonly #closed: AbortSignal;
  readonly #opening = new Map<Language, Promise<void>>();
  readonly #open = new Map<Language, OfflineTts>();

  constructor(options: VoicesOptions, signal: AbortSignal) {
    this.#options = options;
    this.#closed = signal;
  }

  /** Opens the voice of a language, once. Resolves when it is known which voice it is. */
  prepare(language: Language): Promise<void> {
    const opening = this.#opening.get(language) ?? this.#find(language);
    this.#opening.set(language, opening);
    return opening;
  }

  /**
   * A sentence as sound; nothing once the signal aborts.
   * @throws {Trouble} 'missing_program' when there is neither voice.
   */
  async sound(sentence: string, language: Language, signal: AbortSignal): Promise<Sound> {
    void this.prepare(language);
    const voice = this.#open.get(language);
    if (voice === undefined) return espeakSound(sentence, language, signal);
    try {
      const spoken = voice.generateAsync({ text: sentence, sid: 0, speed: 1, enableExternalBuffer: false });
      const { samples, sampleRate } = await orSilence(spoken, signal);
      // A text of signs that the voice does not know gives no sound; espeak-ng names them.
      if (samples.length > 0 || signal.aborted) return { samples, sampleRateHz: sampleRate };
    } catch {
      this.#open.delete(language);
      this.#tell({
        what: 'The voice that you installed has failed; espeak-ng speaks instead.',
        advice: 'Start Lares again; if that does not help, put the voice into its folder anew.',
      });
    }
    return espeakSound(sentence, language, signal);
  }

  async #find(language: Language): Promise<void> {
    const { models } = this.#options;
    const installed = models === undefined ? [] : await installedVoices(models);
    const fitting = installed.filter((voice) => voice.language === language);
    try {
      for (const { files } of fitting) if (files !== null && (await this.#tryVoice(files, language))) return;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.#tell({ what: error.message, advice: error.advice });
      return;
    }
    const [useless] = [...fitting, ...installed.filter((voice) => voice.language === '')];
    if (useless !== undefined && !this.#closed.aborted) this.#tell(whyUseless(useless));
  }

  async #tryVoice(files: VoiceFiles, language: Language): Promise<boolean> {
    await requireSherpa();
    const works = await worksInSherpa(files, this.#closed);
    // What passed the trial opens here as well, unless it was taken away meanwhile.
    const voice = works ? await openVoice(files).catch(() => null) : null;
    if (voice !== null) this.#open.set(language, voice);
    return voice !== null;
  }

  #tell(sentences: { readonly what: string; readonly advice: string }): void {
    this.#options.troubled?.({ id: noticeId, ...sentences });
  }
}

const silence: Waveform = { samples: new Float32Array(0), sampleRate: 16_000 };

/** The library can't be stopped; nobody waits for what is not wanted any more. */
function orSilence(spoken: Promise<Waveform>, signal: AbortSignal): Promise<Waveform> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      resolve(silence);
    };
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    spoken.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', end);
    });
  });
}

function whyUseless({ folder, language, files }: InstalledVoice): { what: string; advice: string } {
  if (files === null)
    return {
      what: `The voice in voices/${folder} is not whole; espeak-ng speaks instead.`,
      advice: 'A Piper voice for sherpa-onnx has an .onnx file, tokens.txt and the folder espeak-ng-data.',
    };
  if (language === '')
    return {
      what: `It is not known which language the voice in voices/${folder} speaks; espeak-ng speaks instead.`,
      advice: 'Name its folder by its language, for example en_US-amy or de_DE-thorsten.',
    };
  return {
    what: `The voice in voices/${folder} does not work; espeak-ng speaks instead.`,
    advice: 'Take one that was made for sherpa-onnx, and put all of its files there anew.',
  };
}
