import { VoiceActivity, voiceSampleRateHz } from '../../models/voice-activity.ts';
import { Listening } from '../voice/listening.ts';
import { inQuietRoom } from '../voice/sound/quiet-room.ts';
import { framesOf } from '../voice/sound/sound.ts';
import { WakeWord } from '../voice/wake/wake-word.ts';
import { readClips, type Clip, type NoiseUnder } from './clips.ts';
import type { ScoredClip } from './wake-curve.ts';

/** The product's ears, told to report every candidate whatever its score. */
export class WakeEvaluation {
  readonly #voiceActivity: VoiceActivity;
  readonly #wakeWord: WakeWord;
  #workMs = 0;
  #heardSeconds = 0;

  private constructor(voiceActivity: VoiceActivity, wakeWord: WakeWord) {
    this.#voiceActivity = voiceActivity;
    this.#wakeWord = wakeWord;
  }

  static async open(phrase: string, models: string): Promise<WakeEvaluation> {
    const wakeWord = await WakeWord.open({ phrase, sensitivity: 0, reports: 'every candidate' });
    return new WakeEvaluation(await VoiceActivity.open(models), wakeWord);
  }

  get realTimeFactor(): number {
    return this.#heardSeconds === 0 ? 0 : this.#workMs / 1000 / this.#heardSeconds;
  }

  thresholdAt(sensitivity: number): number {
    return this.#wakeWord.thresholdsAt(sensitivity).sure;
  }

  async hear(
    paths: readonly string[],
    how: { readonly what: string; readonly noise: NoiseUnder | null; readonly unreadable: string[] },
  ): Promise<readonly ScoredClip[]> {
    const scored: ScoredClip[] = [];
    for await (const clip of readClips(paths, how)) scored.push(await this.#hearClip(clip));
    return scored;
  }

  async #hearClip({ samples }: Clip): Promise<ScoredClip> {
    const beganMs = performance.now();
    const room = inQuietRoom(samples);
    const listening = new Listening(this.#voiceActivity);
    listening.reset();
    this.#wakeWord.reset();
    const candidates: { score: number; atSeconds: number }[] = [];
    let heard = 0;
    for (const frame of framesOf(room)) {
      heard += frame.length;
      const wake = this.#wakeWord.follow(await listening.hear(frame));
      if (wake !== null) candidates.push({ score: wake.score, atSeconds: heard / voiceSampleRateHz });
    }
    this.#workMs += performance.now() - beganMs;
    this.#heardSeconds += room.length / voiceSampleRateHz;
    return { seconds: samples.length / voiceSampleRateHz, candidates };
  }
}
