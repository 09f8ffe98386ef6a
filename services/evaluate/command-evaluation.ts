import { VoiceActivity, voiceSampleRateHz } from '../../models/voice-activity.ts';
import { Listening } from '../voice/listening.ts';
import type { CommandGrammar, SpokenCommand } from '../voice/phrases/command-grammar.ts';
import { loadGrammar } from '../voice/phrases/intents.ts';
import type { Recognised } from '../voice/recogniser/command.ts';
import { PocketSphinxEngine } from '../voice/recogniser/pocketsphinx-engine.ts';
import { inQuietRoom } from '../voice/sound/quiet-room.ts';
import { framesOf } from '../voice/sound/sound.ts';
import { readClips, type NoiseUnder } from './clips.ts';
import type { Expected } from './command-labels.ts';
import type { JudgedOrder, Stranger, Understood } from './command-score.ts';

interface Reading {
  readonly what: string;
  readonly noise: NoiseUnder | null;
  readonly unreadable: string[];
}

/** One utterance as the product cuts it; places in samples. */
interface Utterance {
  readonly first: number;
  readonly last: number;
  readonly recognised: Recognised<SpokenCommand>;
}

/** The product's own recogniser with the grammar of a file, awaiting a command as after the wake phrase. */
export class CommandEvaluation {
  readonly grammar: CommandGrammar<SpokenCommand>;
  readonly #engine: PocketSphinxEngine<SpokenCommand>;
  readonly #voiceActivity: VoiceActivity;
  readonly #endsMs: number[] = [];
  #workMs = 0;
  #heardSeconds = 0;
  #orders = 0;
  #cut = 0;

  private constructor(
    grammar: CommandGrammar<SpokenCommand>,
    engine: PocketSphinxEngine<SpokenCommand>,
    voiceActivity: VoiceActivity,
  ) {
    this.grammar = grammar;
    this.#engine = engine;
    this.#voiceActivity = voiceActivity;
  }

  static async open(grammarFile: string, models: string): Promise<CommandEvaluation> {
    const grammar = loadGrammar(grammarFile);
    for (const { what, advice } of grammar.troubles) process.stderr.write(`${what} ${advice}\n`);
    const engine = await PocketSphinxEngine.open(grammar, '');
    return new CommandEvaluation(grammar, engine, await VoiceActivity.open(models));
  }

  get realTimeFactor(): number {
    return this.#heardSeconds === 0 ? 0 : this.#workMs / 1000 / this.#heardSeconds;
  }

  /** The share of the commands that were taken for ended where one only paused. */
  get cutRate(): number {
    return this.#orders === 0 ? 0 : this.#cut / this.#orders;
  }

  /** The work left when an utterance has ended, in milliseconds: the mean. */
  get endWorkMs(): number {
    return this.#endsMs.reduce((sum, ms) => sum + ms, 0) / Math.max(1, this.#endsMs.length);
  }

  /** Recordings with a command: from the first to the last sound of speech each is one utterance. */
  async hear(paths: readonly string[], how: Reading, expected: Expected): Promise<readonly JudgedOrder[]> {
    const judged: JudgedOrder[] = [];
    for await (const clip of readClips(paths, how)) {
      const understood = await this.#timed(clip.samples, async (room) => {
        const utterances = await this.#utterancesIn(room);
        const [begin, end] = [utterances[0], utterances.at(-1)];
        if (begin === undefined || end === undefined) return null;
        if (begin === end) return understoodOf(begin.recognised);
        this.#cut++;
        return understoodOf(this.#engine.recognise(room.subarray(begin.first, end.last), 'anyhow'));
      });
      this.#orders++;
      judged.push({ expected: expected(clip.path) ?? null, understood });
    }
    return judged;
  }

  /** Recordings without a command: whether one was found in any of the utterances. */
  async hearStrangers(paths: readonly string[], how: Reading): Promise<readonly Stranger[]> {
    const strangers: Stranger[] = [];
    for await (const clip of readClips(paths, how)) {
      const found = await this.#timed(clip.samples, async (room) =>
        (await this.#utterancesIn(room)).flatMap(({ recognised }) => understoodOf(recognised) ?? []),
      );
      strangers.push(found.length === 0 ? 'refused' : found.some(({ sure }) => sure) ? 'accepted' : 'asked');
    }
    return strangers;
  }

  /** Follows the sound as the product does: the recogniser hears it while it is spoken, and has a say in where it ends. */
  async #utterancesIn(room: Float32Array): Promise<readonly Utterance[]> {
    const listening = new Listening(this.#voiceActivity, this.#engine);
    listening.reset();
    const utterances: Utterance[] = [];
    let [first, heard] = [0, 0];
    for (const frame of framesOf(room)) {
      heard += frame.length;
      const now = await listening.hear(frame);
      if (now.kind === 'silence') continue;
      if (now.kind === 'speech' && now.begins) {
        first = Math.max(0, heard - now.samples.length);
        this.#engine.begin('anyhow');
      }
      this.#engine.hear(now.kind === 'speech' ? now.samples : frame);
      if (now.kind !== 'end') continue;
      const beganMs = performance.now();
      utterances.push({ first, last: heard, recognised: this.#engine.end() });
      this.#endsMs.push(performance.now() - beganMs);
    }
    return utterances;
  }

  async #timed<T>(samples: Float32Array, work: (room: Float32Array) => Promise<T>): Promise<T> {
    const beganMs = performance.now();
    const done = await work(inQuietRoom(samples));
    this.#workMs += performance.now() - beganMs;
    this.#heardSeconds += samples.length / voiceSampleRateHz;
    return done;
  }
}

function understoodOf(recognised: Recognised<SpokenCommand>): Understood | null {
  return recognised.kind === 'command' ? { command: recognised.command, sure: recognised.sure } : null;
}
