import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OnnxGraph } from '../../../../models/compiler/onnx.ts';
import { SpeechEmbedding } from '../../../../models/speech-embedding.ts';
import { WakeHeads } from '../../../../models/wake-heads.ts';
import type { WakeReport } from '../../../../services/contract/wake.ts';
import type { KnownPhrase } from '../../../../services/voice/wake/wake-word.ts';

const [rows, bands, values, windowEmbeddings] = [76, 32, 96, 16];

/** An embedding whose first value is the mean of the newest eight rows, and all others 0. */
export function loudnessEmbedding(): Uint8Array {
  const graph = new OnnxGraph();
  const mel = graph.input('mel', [1, 'T', bands]);
  const picture = graph.operator('Unsqueeze', [mel, graph.integers([1])]);
  const weights = new Float32Array(values * rows * bands);
  weights.fill(1 / (8 * bands), (rows - 8) * bands, rows * bands);
  const kernel = graph.floats([values, 1, rows, bands], weights);
  const strides = { kernel_shape: [rows, bands], strides: [8, 1] };
  const squeezed = graph.operator('Squeeze', [
    graph.operator('Conv', [picture, kernel], strides),
    graph.integers([3]),
  ]);
  graph.output(graph.operator('Transpose', [squeezed], { perm: [0, 2, 1] }), 'embedding', [1, 'N', values]);
  return graph.encode();
}

/** Heads whose score is what the first value of the `nth` embedding of a window, 0..15, has above `bias`. */
export function headsAbove(bias: number, nth = 15): Uint8Array {
  const graph = new OnnxGraph();
  const input = graph.input('embeddings', ['N', windowEmbeddings, values]);
  const flat = graph.operator('Reshape', [input, graph.integers([-1, windowEmbeddings * values])]);
  const weights = new Float32Array(windowEmbeddings * values);
  weights[nth * values] = 1;
  const product = graph.operator('MatMul', [flat, graph.floats([windowEmbeddings * values, 1], weights)]);
  const sum = graph.operator('Add', [product, graph.floats([1], Float32Array.of(-bias))]);
  graph.output(graph.operator('Reshape', [sum, graph.integers([-1])]), 'score', ['N']);
  return graph.encode();
}

/** The network opened as the product opens its own, from a file that is gone afterwards. */
export async function openLoudnessEmbedding(): Promise<SpeechEmbedding> {
  const folder = await mkdtemp(join(tmpdir(), 'lares-embedding-'));
  const path = join(folder, 'loudness.onnx');
  await writeFile(path, loudnessEmbedding());
  const embedding = await SpeechEmbedding.open(path);
  await rm(folder, { recursive: true });
  return embedding;
}

/** Thresholds 1 at the calmest, 0 in the middle, -1 at the keenest. */
export function reportOf(phrase: string): WakeReport {
  return {
    phrase,
    origin: 'trained',
    trainedAtMs: 0,
    recordings: 0,
    heldOut: null,
    hoursOfNegatives: 1,
    curve: [0, 0.5, 1].map((sensitivity) => ({
      sensitivity,
      threshold: 1 - 2 * sensitivity,
      falseAlarmsPerHour: sensitivity,
      missRate: null,
    })),
  };
}

/** A phrase that is heard in whatever is loud enough. */
export async function loudPhrase(phrase: string, bias: number, stops = false): Promise<KnownPhrase> {
  return {
    phrase,
    stops,
    heads: await WakeHeads.open(headsAbove(bias)),
    secondLook: null,
    report: reportOf(phrase),
  };
}
