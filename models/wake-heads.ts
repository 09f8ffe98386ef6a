import { embeddingLength } from './speech-embedding.ts';
import { Session } from './session.ts';

/** Embeddings that a head looks at: 1.96 s of sound. */
export const wakeWindowEmbeddings = 16;

/** The heads of one phrase: small networks in one file, each of which scores how much embeddings sound like the phrase. */
export class WakeHeads {
  readonly #session: Session;

  private constructor(session: Session) {
    this.#session = session;
  }

  /** `network`: the bytes of an ONNX file. Throws Trouble 'damaged'. */
  static async open(network: Uint8Array): Promise<WakeHeads> {
    return new WakeHeads(await Session.open(network, 'wake-heads'));
  }

  /** `windows`: N × 16 × 96 values. Gives N scores, each the mean of the heads' logits. */
  async score(windows: Float32Array): Promise<Float32Array> {
    const count = windows.length / (wakeWindowEmbeddings * embeddingLength);
    if (!Number.isInteger(count)) throw new Error(`${windows.length} values are no windows of 16 × 96.`);
    if (count === 0) return new Float32Array();
    const outputs = await this.#session.run({
      embeddings: { data: windows, shape: [count, wakeWindowEmbeddings, embeddingLength] },
    });
    return outputs.floats('score').data;
  }

  async close(): Promise<void> {
    await this.#session.close();
  }
}
