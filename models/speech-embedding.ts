import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from '../services/contract/trouble.ts';
import { melBands, melRowsPerChunk } from './mel-spectrogram.ts';
import { Session } from './session.ts';

/** Values of an embedding. */
export const embeddingLength = 96;
/** Rows of the spectrogram that one embedding hears: 0.775 s. */
export const embeddingRows = 76;
/** From one embedding to the next: 80 ms. */
export const embeddingStepRows = melRowsPerChunk;

const shipped = join(import.meta.dirname, '../resources/wake/speech-embedding.onnx');

/**
 * The ear of all wake words: a convolutional network that turns rows of the log-mel spectrogram into numbers that say what
 * sounds there are, much the same for every voice. Distilled by our own recipe from openWakeWord's speech embedding,
 * Google's in origin; the model card is beside the network. It remembers nothing.
 */
export class SpeechEmbedding {
  /** Tells one network from another: what was trained for one is of no use with the next. */
  readonly id: string;
  readonly #session: Session;

  private constructor(session: Session, id: string) {
    this.#session = session;
    this.id = id;
  }

  /** Throws Trouble 'missing_model' or 'damaged'. */
  static async open(path: string = shipped): Promise<SpeechEmbedding> {
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw new Trouble('missing_model', {
        what: 'The network that listens for wake words is not there.',
        advice: 'Install Lares again: it belongs to resources/wake.',
        cause,
      });
    });
    const id = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    return new SpeechEmbedding(await Session.open(bytes, 'speech-embedding'), id);
  }

  /**
   * `mel`: rows × 32 values of `MelSpectrogram`. Gives N × 96 values, N = ⌊(rows - 76) / 8⌋ + 1, none for less than 76 rows. Embedding
   * n hears the rows 8 n … 8 n + 75.
   */
  async embed(mel: Float32Array): Promise<Float32Array> {
    const rows = Math.floor(mel.length / melBands);
    if (rows < embeddingRows) return new Float32Array();
    const used = rows - ((rows - embeddingRows) % embeddingStepRows);
    const outputs = await this.#session.run({
      mel: { data: mel.subarray(0, used * melBands), shape: [1, used, melBands] },
    });
    return outputs.floats('embedding').data;
  }

  async close(): Promise<void> {
    await this.#session.close();
  }
}
