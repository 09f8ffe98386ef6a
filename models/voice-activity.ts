import { findNetwork } from './packs.ts';
import { Session } from './session.ts';

export const voiceSampleRateHz = 16_000;
/** Samples a frame: 32 ms. */
export const voiceFrameSamples = 512;
/** The network hears the end of the previous frame before each new one. */
const contextSamples = 64;
const stateShape = [2, 1, 128] as const;
const stateLength = 256;

/**
 * Silero VAD v6: tells speech from everything else. It remembers what it heard, so that one stream of frames needs one
 * instance. Model card: https://github.com/snakers4/silero-vad
 */
export class VoiceActivity {
  readonly #session: Session;
  #context = new Float32Array(contextSamples);
  #state = new Float32Array(stateLength);

  private constructor(session: Session) {
    this.#session = session;
  }

  /** `models`: the folder of the networks. Throws Trouble 'missing_model'. */
  static async open(models: string): Promise<VoiceActivity> {
    const { path } = await findNetwork(models, 'voice-activity');
    return new VoiceActivity(await Session.open(path));
  }

  /**
   * The probability 0..1 that there is speech in the next frame: 512 samples at 16 kHz, -1..1. Frames go in one at a
   * time and in order.
   */
  async probability(frame: Float32Array): Promise<number> {
    if (frame.length !== voiceFrameSamples) {
      throw new Error(`A frame has ${voiceFrameSamples} samples, this one has ${frame.length}.`);
    }
    const input = new Float32Array(contextSamples + voiceFrameSamples);
    input.set(this.#context);
    input.set(frame, contextSamples);
    const outputs = await this.#session.run({
      input: { data: input, shape: [1, input.length] },
      state: { data: this.#state, shape: stateShape },
      sr: { data: BigInt64Array.of(BigInt(voiceSampleRateHz)), shape: [] },
    });
    this.#context = input.slice(-contextSamples);
    this.#state = Float32Array.from(outputs.floats('stateN').data);
    return outputs.floats('output').data[0] ?? 0;
  }

  /** Forgets what was heard, as at the start of another stream. */
  reset(): void {
    this.#context = new Float32Array(contextSamples);
    this.#state = new Float32Array(stateLength);
  }
  async close(): Promise<void> {
    await this.#session.close();
  }
}
