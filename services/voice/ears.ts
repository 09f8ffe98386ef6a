import { VoiceActivity } from '../../models/voice-activity.ts';
import type { SpeechProbability } from './listening.ts';
import { WakeWord, type WakeWordOptions } from './wake/wake-word.ts';

/** What one stream of sound needs for itself, since it remembers what it heard. */
export interface Ears {
  readonly voiceActivity: LatestSpeech;
  readonly wakeWord: WakeWord;
}

/** Tells how likely a frame is speech, also again to those who come later. */
export class LatestSpeech implements SpeechProbability {
  readonly #voice: SpeechProbability & { close?(): Promise<void> };
  /** Of the newest frame, 0..1. */
  latest = 0;

  constructor(voice: SpeechProbability & { close?(): Promise<void> }) {
    this.#voice = voice;
  }

  async probability(frame: Float32Array): Promise<number> {
    this.latest = await this.#voice.probability(frame);
    return this.latest;
  }

  reset(): void {
    this.#voice.reset();
    this.latest = 0;
  }

  async close(): Promise<void> {
    await this.#voice.close?.();
  }
}

/** Throws Trouble 'missing_model'. `models` is the folder of the networks. The embedding and the heads may be shared. */
export async function openEars(models: string, wake: WakeWordOptions): Promise<Ears> {
  const voiceActivity = new LatestSpeech(await VoiceActivity.open(models));
  return { voiceActivity, wakeWord: new WakeWord(wake) };
}
