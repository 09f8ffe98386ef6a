import type { SpeechEmbedding } from '../../../../models/speech-embedding.ts';
import type { TrainingOrder } from '../../../contract/voice-process.ts';
import type { WakeModel, WakeStage } from '../../../contract/wake.ts';
import { EmbeddedClips } from './embedded-clips.ts';
import { ExamplePool, type ExampleGroup } from './example-pool.ts';
import { encodeHeads } from './head-file.ts';
import { trainHead, type HeadWeights } from './head-training.ts';
import { fineTune } from './fine-tuning.ts';
import { hearMaterial, type HeardMaterial } from './heard-material.ts';
import { heardNegatives, heardOtherwise, type HeardNegative, type NegativesUse } from './negatives.ts';
import type { WakeRecipe } from './recipe.ts';
import { SeededRandom } from './seeded-random.ts';
import { speakMaterial } from './spoken-material.ts';
import { reportOf } from './wake-report.ts';

/** What a training needs beside its order. */
export interface TrainingTools {
  readonly network: SpeechEmbedding;
  /** Sound in which nobody calls, -1..1 at 16 kHz. */
  readonly negatives: (use: NegativesUse) => Promise<Float32Array>;
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
  const groups = [...groupsOf(heard, recipe), await realGroup(recipe, tools)];
  const pool = new ExamplePool(groups, { random: new SeededRandom(recipe.seed + 2) });
  const fromText = await trainHeads(pool, recipe, tools);
  tools.progressed('judging', 0);
  const judging = await judgingNegatives(tools);
  const others = spoken.general.map(({ samples }) => samples);
  const { heads, heldOut } =
    order.calls.length + order.notCalls.length === 0
      ? { heads: fromText, heldOut: null }
      : await fineTune({ heads: fromText, groups, pool, others }, order, { recipe, tools, judging });
  const network = encodeHeads(heads, pool.normalisation);
  const report = await reportOf(order, network, { leftOut: heard.leftOut, recipe, judging });
  tools.progressed('judging', 1);
  return { network, embedding: tools.network.id, report: { ...report, heldOut } };
}

/** What phrases are judged by. */
export async function judgingNegatives(
  tools: Pick<TrainingTools, 'negatives' | 'network' | 'signal'>,
): Promise<readonly HeardNegative[]> {
  return Array.fromAsync(heardNegatives(await tools.negatives('judging'), tools));
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

/** All synthetic speech that heads learn from, by kinds. */
function groupsOf(heard: HeardMaterial, recipe: WakeRecipe): readonly ExampleGroup[] {
  return (['calls', 'near', 'partial', 'general'] as const).map((name) => {
    const { embeddings, windows } = heard[name];
    return { name, embeddings, windows, isCall: name === 'calls', share: recipe.shares[name] };
  });
}

async function realGroup(recipe: WakeRecipe, tools: TrainingTools): Promise<ExampleGroup> {
  const clips = new EmbeddedClips();
  const sound = await tools.negatives('learning');
  for (const heard of [sound, heardOtherwise(sound, new SeededRandom(recipe.seed + 3))])
    for await (const { embeddings } of heardNegatives(heard, tools)) clips.add(embeddings);
  const { embeddings, windows } = clips;
  return { name: 'real', embeddings, windows, isCall: false, share: recipe.shares.real };
}
