import { VoiceActivity, voiceSampleRateHz } from '../../models/voice-activity.ts';
import { PocketSphinxEngine } from '../voice/recogniser/pocketsphinx-engine.ts';
import type { CommandGrammar, SpokenCommand } from '../voice/phrases/command-grammar.ts';
import { loadGrammar } from '../voice/phrases/intents.ts';
import { Listening } from '../voice/listening.ts';
import { inQuietRoom } from '../voice/sound/quiet-room.ts';
import { framesOf } from '../voice/sound/sound.ts';
import { readClips, type NoiseUnder } from './clips.ts';
import type { Expected } from './command-labels.ts';
import type { JudgedOrder } from './command-score.ts';

interface Reading {
  readonly what: string;
  readonly noise: NoiseUnder | null;
  readonly unreadable: string[];
}

/** The product's own recogniser with the grammar of a file, awaiting a command as after the wake phrase. */
export class CommandEvaluation {
  readonly grammar: CommandGrammar<SpokenCommand>;
  readonly #recogniser: PocketSphinxEngine<SpokenCommand>;
  readonly #voiceActivity: VoiceActivity;
  #workMs = 0;
  #heardSeconds = 0;

  private constructor(
    grammar: CommandGrammar<SpokenCommand>,
    recogniser: PocketSphinxEngine<SpokenCommand>,
    voiceActivity: VoiceActivity,
  ) {
    this.grammar = grammar;
    this.#recogniser = recogniser;
    this.#voiceActivity = voiceActivity;
  }

  static async open(grammarFile: string, models: string): Promise<CommandEvaluation> {
    const grammar = loadGrammar(grammarFile);
    for (const { what, advice } of grammar.troubles) process.stderr.write(`${what} ${advice}\n`);
    const recogniser = await PocketSphinxEngine.open(grammar, '');
    return new CommandEvaluation(grammar, recogniser, await VoiceActivity.open(models));
  }

  get realTimeFactor(): number {
    return this.#heardSeconds === 0 ? 0 : this.#workMs / 1000 / this.#heardSeconds;
  }

  /** Recordings with a command: from the first to the last sound of speech each is one utterance. */
  async hear(paths: readonly string[], how: Reading, expected: Expected): Promise<readonly JudgedOrder[]> {
    const judged: JudgedOrder[] = [];
    for await (const clip of readClips(paths, how)) {
      const understood = await this.#timed(clip.samples, async (room) => {
        const { first, last } = await this.#speechIn(room);
        return this.#understand(room.subarray(first, last));
      });
      judged.push({ expected: expected(clip.path) ?? null, understood });
    }
    return judged;
  }

  /** Recordings without a command: whether one was found in any of the utterances. */
  async hearStrangers(paths: readonly string[], how: Reading): Promise<readonly boolean[]> {
    const accepted: boolean[] = [];
    for await (const clip of readClips(paths, how))
      accepted.push(
        await this.#timed(clip.samples, async (room) => {
          const { utterances } = await this.#speechIn(room);
          return utterances.some((utterance) => this.#understand(utterance) !== null);
        }),
      );
    return accepted;
  }

  #understand(sound: Float32Array): SpokenCommand | null {
    if (sound.length === 0) return null;
    const recognised = this.#recogniser.recognise(sound, 'anyhow');
    return recognised.kind === 'command' ? recognised.command : null;
  }

  /** Where speech begins and ends, in samples with the sound around it, and the utterances in it. */
  async #speechIn(
    room: Float32Array,
  ): Promise<{ first: number; last: number; utterances: readonly Float32Array[] }> {
    const listening = new Listening(this.#voiceActivity);
    listening.reset();
    const utterances: Float32Array[] = [];
    let [first, last, heard] = [-1, 0, 0];
    for (const frame of framesOf(room)) {
      heard += frame.length;
      const now = await listening.hear(frame);
      if (now.kind === 'speech' && first < 0) first = heard - now.samples.length;
      if (now.kind !== 'end') continue;
      last = heard;
      utterances.push(now.utterance);
    }
    return { first: Math.max(0, first), last, utterances };
  }

  async #timed<T>(samples: Float32Array, work: (room: Float32Array) => Promise<T>): Promise<T> {
    const beganMs = performance.now();
    const done = await work(inQuietRoom(samples));
    this.#workMs += performance.now() - beganMs;
    this.#heardSeconds += samples.length / voiceSampleRateHz;
    return done;
  }
}
