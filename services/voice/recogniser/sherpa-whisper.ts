import type { OfflineRecognizer } from 'sherpa-onnx-node';
import { voiceSampleRateHz as sampleRate } from '../../../models/voice-activity.ts';
import { joined } from '../listening.ts';
import { openWhisper, type WhisperFiles } from '../sherpa.ts';
import type { Begins, Completeness, Recognised, SpeechEngine } from './command.ts';
import { confidenceOfTokens, FreeText, type FreeTextParts } from './free-text.ts';

/** Whisper does not tell how sure it is. */
const confidence = 0.5;

/**
 * A Whisper that the owner installed, through sherpa-onnx. It writes down whole utterances of up to 30 s, which takes it a good
 * part of a second at least, and the templates of the grammar read them. Tested with a network that was made for the test; how
 * well real ones hear was not measured.
 */
export class WhisperEngine<Command> implements SpeechEngine<Command> {
  readonly #recogniser: OfflineRecognizer;
  readonly #text: FreeText<Command>;
  #begins: Begins = 'anyhow';
  #heard: Float32Array[] = [];

  private constructor(recogniser: OfflineRecognizer, text: FreeText<Command>) {
    this.#recogniser = recogniser;
    this.#text = text;
  }

  /** The files must have passed a trial. Throws Trouble 'missing_program' without sherpa-onnx. */
  static async open<Command>(
    files: WhisperFiles,
    parts: FreeTextParts<Command>,
  ): Promise<WhisperEngine<Command>> {
    return new WhisperEngine(await openWhisper(files), new FreeText(parts));
  }

  begin(begins: Begins): void {
    this.#begins = begins;
    this.#heard = [];
  }

  hear(samples: Float32Array): void {
    this.#heard.push(samples);
  }

  get completeness(): Completeness {
    return this.#heard.length === 0 ? 'nothing' : 'unknown';
  }

  end(): Recognised<Command> {
    const sound = joined(this.#heard);
    this.#heard = [];
    return this.recognise(sound, this.#begins);
  }

  recognise(samples: Float32Array, begins: Begins): Recognised<Command> {
    if (samples.length === 0) return { kind: 'unclear' };
    const stream = this.#recogniser.createStream();
    stream.acceptWaveform({ samples, sampleRate });
    this.#recogniser.decode(stream);
    const { text, ys_log_probs } = this.#recogniser.getResult(stream);
    return this.#text.read(text, begins, confidenceOfTokens(ys_log_probs, confidence));
  }

  /** The library frees the network when nothing refers to it any more. */
  close(): void {
    this.#heard = [];
  }
}
