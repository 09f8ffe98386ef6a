import { setImmediate as turnOfOthers } from 'node:timers/promises';
import type { SpeechEmbedding } from '../../../../models/speech-embedding.ts';
import { heardAsIs, heardInHome, type HearingManner } from './augmentation.ts';
import { EmbeddedClips, embeddingsOf } from './embedded-clips.ts';
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
  readonly leftOut: readonly Float32Array[];
}

const samplesPerMs = 16;
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
  const random = new SeededRandom(recipe.seed + 1);
  const others = spoken.general.map(({ samples }) => samples);
  const manner: HearingManner = { others, random, before: 0.3, after: 0.5, changesVoice: true };
  const heard = {
    calls: new EmbeddedClips(),
    near: new EmbeddedClips(),
    partial: new EmbeddedClips(),
    general: new EmbeddedClips(),
    leftOut: Array<Float32Array>(),
  };
  const [from, to] = recipe.callEndsMs.map((ms) => ms * samplesPerMs);
  const embed = (samples: Float32Array): Promise<Float32Array> => embeddingsOf(samples, how.network);
  const hearEnd = async (samples: Int16Array, into: EmbeddedClips): Promise<void> => {
    const clip = heardInHome(samples, manner);
    const isCall = (end: number): boolean =>
      end - clip.endsAt >= (from ?? 0) && end - clip.endsAt <= (to ?? 0);
    into.add(await embed(clip.samples), isCall);
  };
  const jobs: (() => Promise<void>)[] = [];
  const times = (count: number, job: () => Promise<void>): void => {
    for (let time = 0; time < count; time++) jobs.push(job);
  };
  for (const [index, { samples }] of spoken.calls.entries()) {
    times(recipe.hearings.calls, () => hearEnd(samples, heard.calls));
    if (index % callsPerPart === 0)
      times(recipe.hearings.calls, () => hearEnd(partOf(samples, random), heard.partial));
  }
  for (const { samples } of spoken.near) times(recipe.hearings.near, () => hearEnd(samples, heard.near));
  for (const { samples } of spoken.general)
    times(recipe.hearings.general, async () => {
      heard.general.add(await embed(withRoom(heardAsIs(samples, manner))));
    });
  for (const { samples } of spoken.leftOut)
    jobs.push(async () => {
      heard.leftOut.push(await embed(heardInHome(samples, manner).samples));
    });
  for (const [done, job] of jobs.entries()) {
    await turnOfOthers();
    how.signal.throwIfAborted();
    await job();
    how.heard((done + 1) / jobs.length);
  }
  return heard;
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
