import type { SpeechEmbedding } from '../../../../models/speech-embedding.ts';
import type { TrainingOrder } from '../../../contract/voice-process.ts';
import type { WakeModel, WakeStage } from '../../../contract/wake.ts';
import type { EmbeddedClips } from './embedded-clips.ts';
import { ExamplePool, type ExampleGroup } from './example-pool.ts';
import { encodeHeads } from './head-file.ts';
import { trainHead, type HeadWeights } from './head-training.ts';
import { fineTune } from './fine-tuning.ts';
import { hearMaterial, type HeardMaterial } from './heard-material.ts';
import type { Negatives } from './negatives.ts';
import type { WakeRecipe } from './recipe.ts';
import { SeededRandom } from './seeded-random.ts';
import { speakMaterial } from './spoken-material.ts';
import { reportOf } from './wake-report.ts';
import { windowStarts } from './window-starts.ts';

/** What a training needs beside its order. */
export interface TrainingTools {
  readonly network: SpeechEmbedding;
  readonly learning: Negatives;
  readonly judging: Negatives;
  /** Of the processes that synthesise, 19 is the lowest; and how many of them. */
  readonly priority: number;
  readonly processes: number;
  readonly signal: AbortSignal;
  /** Where the speech comes from, if not from the synthesisers. */
  readonly speak?: typeof speakMaterial;
  /** `done`: of the stage, 0..1. */
  readonly progressed: (stage: WakeStage, done: number) => void;
}

/**
 * Learns a phrase from its text alone.
 * @throws {Trouble} 'missing_program' without espeak-ng; the signal's reason when it is aborted.
 */
export async function trainPhrase(
  order: TrainingOrder,
  recipe: WakeRecipe,
  tools: TrainingTools,
): Promise<WakeModel> {
  const speak = tools.speak ?? speakMaterial;
  const spoken = await speak(order, recipe, {
    ...tools,
    spoken: (done) => {
      tools.progressed('speaking', done);
    },
  });
  const heard = await hearMaterial(spoken, recipe, {
    ...tools,
    heard: (done) => {
      tools.progressed('hearing', done);
    },
  });
  const groups = groupsOf(heard, recipe, tools.learning);
  const pool = new ExamplePool(groups, { random: new SeededRandom(recipe.seed + 2) });
  const fromText = await trainHeads(pool, recipe, tools);
  tools.progressed('judging', 0);
  const others = spoken.general.map(({ samples }) => samples);
  const { heads, heldOut } =
    order.calls.length + order.notCalls.length === 0
      ? { heads: fromText, heldOut: null }
      : await fineTune({ heads: fromText, groups, pool, others }, order, { recipe, tools });
  const network = encodeHeads(heads, pool.normalisation);
  const report = await reportOf(order, network, { leftOut: heard.leftOut, recipe, judging: tools.judging });
  tools.progressed('judging', 1);
  return { network, embedding: tools.network.id, report: { ...report, heldOut } };
}

async function trainHeads(
  pool: ExamplePool,
  recipe: WakeRecipe,
  tools: TrainingTools,
): Promise<readonly HeadWeights[]> {
  const heads: HeadWeights[] = [];
  const total = recipe.heads * recipe.head.steps;
  let steps = 0;
  for (let index = 0; index < recipe.heads; index++) {
    const stepped = (): void => {
      steps += 1;
      tools.progressed('learning', steps / total);
    };
    heads.push(
      await trainHead(pool, recipe.head, { seed: recipe.seed * 100 + index, signal: tools.signal, stepped }),
    );
  }
  return heads;
}

/** All that heads learn from, by kinds. */
export function groupsOf(
  heard: HeardMaterial,
  recipe: WakeRecipe,
  learning: Negatives,
): readonly ExampleGroup[] {
  const group = (name: 'calls' | 'near' | 'partial' | 'general'): ExampleGroup =>
    groupOf(name, heard[name], recipe.shares[name]);
  const real = joinedStreams(learning.streams);
  return [
    group('calls'),
    group('near'),
    group('partial'),
    group('general'),
    { name: 'real', isCall: false, share: recipe.shares.real, ...real },
  ];
}

function groupOf(name: string, clips: EmbeddedClips, share: number): ExampleGroup {
  return { name, embeddings: clips.embeddings, windows: clips.windows, isCall: name === 'calls', share };
}

function joinedStreams(streams: readonly Float32Array[]): Pick<ExampleGroup, 'embeddings' | 'windows'> {
  const embeddings = new Float32Array(streams.reduce((sum, stream) => sum + stream.length, 0));
  const windows: Int32Array[] = [];
  let at = 0;
  for (const stream of streams) {
    embeddings.set(stream, at);
    windows.push(windowStarts(at, stream.length));
    at += stream.length;
  }
  return { embeddings, windows: Int32Array.from(windows.flatMap((some) => [...some])) };
}
