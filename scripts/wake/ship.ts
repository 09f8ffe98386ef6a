// Trains the phrases that Lares knows from the start, by the very code that trains an owner's: resources/wake/*.onnx, *.json.
//
//   node scripts/wake/ship.ts [--spoken FOLDER] [--out FOLDER] [--processes N] [PHRASE...]
//
// --spoken keeps the synthetic speech, so that the same phrases are learnt again for another speech embedding without speaking again.
// The negatives must have been computed for the speech embedding before (scripts/wake/negatives.ts).
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SpeechEmbedding } from '../../models/speech-embedding.ts';
import { shippedNegatives } from '../../services/voice/wake/training/negatives.ts';
import { trainPhrase, type TrainingTools } from '../../services/voice/wake/training/phrase-training.ts';
import { shippedRecipe } from '../../services/voice/wake/training/recipe.ts';
import { speakMaterial } from '../../services/voice/wake/training/spoken-material.ts';
import { spokenOnce } from './spoken-archive.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    spoken: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../../resources/wake') },
    processes: { type: 'string', default: '2' },
  },
});
const phrases = positionals.length > 0 ? positionals : ['computer', 'jarvis', 'stop'];
const kept = values.spoken;

const network = await SpeechEmbedding.open();
const [learning, judging] = await Promise.all([shippedNegatives('learning'), shippedNegatives('judging')]);
if (learning.embedding !== network.id || judging.embedding !== network.id)
  throw new Error('Run scripts/wake/negatives.ts first: the negatives belong to another speech embedding.');
await mkdir(values.out, { recursive: true });
for (const phrase of phrases) {
  const name = phrase.replaceAll(' ', '-');
  const beganMs = performance.now();
  const log: string[] = [];
  let told = '';
  const tools: TrainingTools = {
    network,
    learning,
    judging,
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
  const model = await trainPhrase(
    { phrase, language: 'en', calls: [], notCalls: [] },
    shippedRecipe(phrase),
    tools,
  );
  const report = { embedding: model.embedding, ...model.report, origin: 'shipped' };
  await writeFile(join(values.out, `${name}.onnx`), model.network);
  await writeFile(join(values.out, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(values.out, `${name}.log`), `${log.join('\n')}\n`);
  const standard = report.curve[10];
  console.log(phrase, model.network.length, 'bytes', JSON.stringify(standard));
}
