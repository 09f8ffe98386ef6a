import { setImmediate as turnOfOthers } from 'node:timers/promises';
import type { SpeechEmbedding } from '../../../../models/speech-embedding.ts';
import { heardAsIs, heardInHome, type HearingManner } from './augmentation.ts';
import { EmbeddedClips, embeddingsOf } from './embedded-clips.ts';
import type { HeardCall } from './judging.ts';
import type { WakeRecipe } from './recipe.ts';
import { SeededRandom } from './seeded-random.ts';
import type { SpokenMaterial } from './spoken-material.ts';

/** Embeddings of what was heard. */
export interface HeardMaterial {
  readonly calls: EmbeddedClips;
  readonly near: EmbeddedClips;
  readonly partial: EmbeddedClips;
  readonly general: EmbeddedClips;
  /** Calls by voices that were left out, one sound each. */
  readonly leftOut: readonly HeardCall[];
}

const samplesPerMs = 16;
/** The sound that a second look hears of a call, before and after its end. */
const lookedAt = { before: 1_500 * samplesPerMs, after: 250 * samplesPerMs } as const;
/** Parts of a phrase this long, of the whole, are no call yet. */
const partShares = [0.3, 0.58] as const;
/** One part for so many hearings of calls. */
const callsPerPart = 3;

/** Hears the material in rooms and noises. `heard` is told the share that is done. Throws the signal's reason when aborted. */
export async function hearMaterial(
  spoken: SpokenMaterial,
  recipe: WakeRecipe,
  how: {
    readonly network: SpeechEmbedding;
    readonly signal: AbortSignal;
    readonly heard: (share: number) => void;
  },
): Promise<HeardMaterial> {
  const hearing = new MaterialHearing(spoken, recipe, how.network);
  const jobs = hearing.jobs(spoken, recipe);
  for (const [done, job] of jobs.entries()) {
    await turnOfOthers();
    how.signal.throwIfAborted();
    await job();
    how.heard((done + 1) / jobs.length);
  }
  return hearing.heard;
}

type Job = () => Promise<void>;

class MaterialHearing {
  readonly heard = {
    calls: new EmbeddedClips(),
    near: new EmbeddedClips(),
    partial: new EmbeddedClips(),
    general: new EmbeddedClips(),
    leftOut: Array<HeardCall>(),
  };
  readonly #network: SpeechEmbedding;
  readonly #random: SeededRandom;
  readonly #manner: HearingManner;
  readonly #callEnds: readonly [number, number];

  constructor(spoken: SpokenMaterial, recipe: WakeRecipe, network: SpeechEmbedding) {
    this.#network = network;
    this.#random = new SeededRandom(recipe.seed + 1);
    const others = spoken.general.map(({ samples }) => samples);
    this.#manner = { others, random: this.#random, before: 0.3, after: 0.5, changesVoice: true };
    const [from, to] = recipe.callEndsMs;
    this.#callEnds = [from * samplesPerMs, to * samplesPerMs];
  }

  jobs(spoken: SpokenMaterial, { hearings }: WakeRecipe): readonly Job[] {
    const { calls, near, partial } = this.heard;
    const jobs: Job[] = [];
    const times = (count: number, job: Job): void => {
      for (let time = 0; time < count; time++) jobs.push(job);
    };
    for (const [index, { samples }] of spoken.calls.entries()) {
      times(hearings.calls, () => this.#hearEnd(samples, calls));
      if (index % callsPerPart === 0)
        times(hearings.calls, () => this.#hearEnd(partOf(samples, this.#random), partial));
    }
    for (const { samples } of spoken.near) times(hearings.near, () => this.#hearEnd(samples, near));
    for (const { samples } of spoken.general) times(hearings.general, () => this.#hearWhole(samples));
    for (const { samples } of spoken.leftOut)
      jobs.push(async () => {
        const { samples: whole, endsAt } = heardInHome(samples, this.#manner);
        const sound = whole.slice(Math.max(0, endsAt - lookedAt.before), endsAt + lookedAt.after);
        this.heard.leftOut.push({ embeddings: await embeddingsOf(whole, this.#network), sound });
      });
    return jobs;
  }

  async #hearEnd(samples: Int16Array, into: EmbeddedClips): Promise<void> {
    const clip = heardInHome(samples, this.#manner);
    const [from, to] = this.#callEnds;
    const isCall = (end: number): boolean => end - clip.endsAt >= from && end - clip.endsAt <= to;
    into.add(await embeddingsOf(clip.samples, this.#network), isCall);
  }

  async #hearWhole(samples: Int16Array): Promise<void> {
    const sound = withRoom(heardAsIs(samples, this.#manner));
    this.heard.general.add(await embeddingsOf(sound, this.#network));
  }
}

function partOf(samples: Int16Array, random: SeededRandom): Int16Array {
  const length = Math.round(samples.length * random.between(...partShares));
  return random.chance(0.5) ? samples.subarray(0, length) : samples.subarray(samples.length - length);
}

const leastSamples = 16_000 * 2.4;

/** Sound that is too short for a window gets quiet before it. */
function withRoom(samples: Float32Array): Float32Array {
  if (samples.length >= leastSamples) return samples;
  const longer = new Float32Array(leastSamples);
  longer.set(samples, leastSamples - samples.length);
  for (let i = 0; i < leastSamples - samples.length; i++) longer[i] = samples[i % 800] ?? 0;
  return longer;
}
