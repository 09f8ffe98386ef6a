import type { OnlineRecognizer, OnlineStream } from 'sherpa-onnx-node';
import { voiceSampleRateHz as sampleRate } from '../../../models/voice-activity.ts';
import { openTransducer, type TransducerFiles } from '../sherpa.ts';
import type { Begins, Completeness, Recognised, SpeechEngine } from './command.ts';
import { confidenceOfTokens, FreeText, type FreeTextParts } from './free-text.ts';

/** The network looks ahead: what it has not seen the end of by then, it would not write. */
const silenceAtEnd = new Float32Array(0.6 * sampleRate);
/** Words that have not changed for so long a sound are all that was said until now. */
const settledSamples = 0.4 * sampleRate;

/**
 * A streaming zipformer transducer that the owner installed, through sherpa-onnx. It writes down whatever was said, and the
 * templates of the grammar read it. Tested with a network that was made for the test; how well real ones hear was not measured.
 */
export class StreamingEngine<Command> implements SpeechEngine<Command> {
  readonly #recogniser: OnlineRecognizer;
  readonly #text: FreeText<Command>;
  #stream: OnlineStream;
  #begins: Begins = 'anyhow';
  #written = '';
  #unchangedSamples = 0;
  #couldBeAll = false;

  private constructor(recogniser: OnlineRecognizer, text: FreeText<Command>) {
    this.#recogniser = recogniser;
    this.#text = text;
    this.#stream = recogniser.createStream();
  }

  /** The files must have passed a trial. Throws Trouble 'missing_program' without sherpa-onnx. */
  static async open<Command>(
    files: TransducerFiles,
    parts: FreeTextParts<Command>,
  ): Promise<StreamingEngine<Command>> {
    return new StreamingEngine(await openTransducer(files), new FreeText(parts));
  }

  begin(begins: Begins): void {
    this.#begins = begins;
    this.#stream = this.#recogniser.createStream();
    this.#written = '';
    this.#unchangedSamples = 0;
    this.#couldBeAll = false;
  }

  hear(samples: Float32Array): void {
    this.#stream.acceptWaveform({ samples, sampleRate });
    this.#unchangedSamples += samples.length;
    if (!this.#decode()) return;
    const { text } = this.#recogniser.getResult(this.#stream);
    if (text === this.#written) return;
    this.#written = text;
    this.#unchangedSamples = 0;
    this.#couldBeAll = this.#text.read(text, this.#begins, 1).kind === 'command';
  }

  get completeness(): Completeness {
    if (this.#written.trim() === '') return 'nothing';
    return this.#couldBeAll && this.#unchangedSamples >= settledSamples ? 'complete' : 'incomplete';
  }

  end(): Recognised<Command> {
    this.#stream.acceptWaveform({ samples: silenceAtEnd, sampleRate });
    this.#stream.inputFinished();
    this.#decode();
    const { text, ys_probs } = this.#recogniser.getResult(this.#stream);
    const recognised = this.#text.read(text, this.#begins, confidenceOfTokens(ys_probs, 0.5));
    this.begin('anyhow');
    return recognised;
  }

  recognise(samples: Float32Array, begins: Begins): Recognised<Command> {
    this.begin(begins);
    this.hear(samples);
    return this.end();
  }

  /** The library frees the network when nothing refers to it any more. */
  close(): void {
    this.begin('anyhow');
  }

  #decode(): boolean {
    let worked = false;
    while (this.#recogniser.isReady(this.#stream)) {
      this.#recogniser.decode(this.#stream);
      worked = true;
    }
    return worked;
  }
}
