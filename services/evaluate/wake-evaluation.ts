import { SpeechEmbedding } from '../../models/speech-embedding.ts';
import { VoiceActivity, voiceFrameSamples, voiceSampleRateHz } from '../../models/voice-activity.ts';
import { Trouble } from '../contract/trouble.ts';
import type { WakeModel } from '../contract/wake.ts';
import { inQuietRoom } from '../voice/sound/quiet-room.ts';
import { framesOf } from '../voice/sound/sound.ts';
import { openPhrase } from '../voice/wake/known-phrases.ts';
import { thresholdAt } from '../voice/wake/wake-threshold.ts';
import { WakeWord } from '../voice/wake/wake-word.ts';
import { readClips, type Clip, type NoiseUnder } from './clips.ts';
import type { ScoredClip } from './wake-curve.ts';

/** The product's ears, told to report every candidate whatever its score. */
export class WakeEvaluation {
  readonly #voiceActivity: VoiceActivity;
  readonly #wakeWord: WakeWord;
  readonly #model: WakeModel;
  #workMs = 0;
  #heardSeconds = 0;

  private constructor(voiceActivity: VoiceActivity, wakeWord: WakeWord, model: WakeModel) {
    this.#voiceActivity = voiceActivity;
    this.#wakeWord = wakeWord;
    this.#model = model;
  }

  /** Throws Trouble 'missing_model', 'damaged', 'bad_input' for a model that another embedding was trained for. */
  static async open(model: WakeModel, models: string): Promise<WakeEvaluation> {
    const embedding = await SpeechEmbedding.open();
    if (model.embedding !== embedding.id)
      throw new Trouble('bad_input', {
        what: `The model of "${model.report.phrase}" was trained for another speech embedding.`,
        advice: 'Train it again.',
      });
    const known = await openPhrase(model);
    const wakeWord = new WakeWord({
      embedding,
      phrases: [known],
      sensitivity: 0,
      reports: 'every candidate',
    });
    return new WakeEvaluation(await VoiceActivity.open(models), wakeWord, model);
  }

  get realTimeFactor(): number {
    return this.#heardSeconds === 0 ? 0 : this.#workMs / 1000 / this.#heardSeconds;
  }

  thresholdAt(sensitivity: number): number {
    return thresholdAt(sensitivity, this.#model.report);
  }

  async hear(
    paths: readonly string[],
    how: { readonly what: string; readonly noise: NoiseUnder | null; readonly unreadable: string[] },
  ): Promise<readonly ScoredClip[]> {
    const scored: ScoredClip[] = [];
    const clips = readClips(paths, how);
    // The next clip is read while this one is heard.
    for (let next = clips.next(); ;) {
      const clip = await next;
      if (clip.done === true) return scored;
      next = clips.next();
      scored.push(await this.#hearClip(clip.value));
    }
  }

  async #hearClip({ samples }: Clip): Promise<ScoredClip> {
    const beganMs = performance.now();
    const room = inQuietRoom(samples);
    this.#voiceActivity.reset();
    this.#wakeWord.reset();
    const candidates: { score: number; atSeconds: number }[] = [];
    let heard = 0;
    for (const frame of framesOf(room)) {
      heard += voiceFrameSamples;
      const wake = await this.#wakeWord.hear(frame, await this.#voiceActivity.probability(frame));
      if (wake !== null) candidates.push({ score: wake.score, atSeconds: heard / voiceSampleRateHz });
    }
    this.#workMs += performance.now() - beganMs;
    this.#heardSeconds += room.length / voiceSampleRateHz;
    return { seconds: samples.length / voiceSampleRateHz, candidates };
  }
}
