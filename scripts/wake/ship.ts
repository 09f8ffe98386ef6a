// Trains the phrases that Lares knows from the start, by the very code that trains an owner's: resources/wake/*.onnx, *.json.
//
//   node scripts/wake/ship.ts [--spoken FOLDER] [--out FOLDER] [--processes N] [--judge] [PHRASE...]
//
// --judge trains nothing: it writes the reports of the networks that are there anew.
// --spoken keeps the synthetic speech, so that the same phrases are learnt again for another speech embedding without speaking again.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TrainingOrder } from '../../services/contract/voice-process.ts';
import type { WakeModel } from '../../services/contract/wake.ts';
import { SpeechEmbedding } from '../../models/speech-embedding.ts';
import { hearMaterial } from '../../services/voice/wake/training/heard-material.ts';
import { shippedNegatives } from '../../services/voice/wake/training/negatives.ts';
import {
  judgingNegatives,
  trainPhrase,
  type TrainingTools,
} from '../../services/voice/wake/training/phrase-training.ts';
import { shippedRecipe, type WakeRecipe } from '../../services/voice/wake/training/recipe.ts';
import { speakMaterial } from '../../services/voice/wake/training/spoken-material.ts';
import { reportOf } from '../../services/voice/wake/training/wake-report.ts';
import { spokenOnce } from './spoken-archive.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    spoken: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../../resources/wake') },
    processes: { type: 'string', default: '2' },
    judge: { type: 'boolean', default: false },
  },
});
const phrases = positionals.length > 0 ? positionals : ['computer', 'jarvis', 'stop'];
const kept = values.spoken;

const network = await SpeechEmbedding.open();
await mkdir(values.out, { recursive: true });
for (const phrase of phrases) {
  const name = phrase.replaceAll(' ', '-');
  const beganMs = performance.now();
  const log: string[] = [];
  let told = '';
  const tools: TrainingTools = {
    network,
    negatives: shippedNegatives,
    priority: 0,
    processes: Number(values.processes),
    signal: new AbortController().signal,
    progressed: (stage, done) => {
      const line = `${stage} ${Math.floor(done * 10) * 10} %`;
      if (line === told) return;
      told = line;
      log.push(`${((performance.now() - beganMs) / 1000).toFixed(0).padStart(5)} s  ${line}`);
      console.log(phrase, log.at(-1));
    },
    speak: (order, recipe, how) =>
      kept === undefined
        ? speakMaterial(order, recipe, how)
        : spokenOnce(kept, name, () => speakMaterial(order, recipe, how)),
  };
  const order = { phrase, language: 'en', calls: [], notCalls: [] } as const;
  const recipe = shippedRecipe(phrase);
  const networkPath = join(values.out, `${name}.onnx`);
  const model = values.judge
    ? await judged(order, recipe, { tools, networkPath })
    : await trainPhrase(order, recipe, tools);
  const report = { embedding: model.embedding, ...model.report, origin: 'shipped' };
  await writeFile(networkPath, model.network);
  await writeFile(join(values.out, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  if (!values.judge) await writeFile(join(values.out, `${name}.log`), `${log.join('\n')}\n`);
  const standard = report.curve[10];
  console.log(phrase, model.network.length, 'bytes', JSON.stringify(standard));
}

async function judged(
  order: TrainingOrder,
  recipe: WakeRecipe,
  { tools, networkPath }: { readonly tools: TrainingTools; readonly networkPath: string },
): Promise<WakeModel> {
  const ignored = (): void => undefined;
  const spoken = await (tools.speak ?? speakMaterial)(order, recipe, { ...tools, spoken: ignored });
  // Only calls by voices left out are heard; the others are what talks around them.
  const heard = await hearMaterial(
    { calls: [], near: [], general: spoken.general, leftOut: spoken.leftOut },
    { ...recipe, hearings: { calls: 0, near: 0, general: 0 } },
    { ...tools, heard: ignored },
  );
  const network = await readFile(networkPath);
  const judging = await judgingNegatives(tools);
  const report = await reportOf(order, network, { leftOut: heard.leftOut, recipe, judging });
  return { network, embedding: tools.network.id, report: { ...report, heldOut: null } };
}
