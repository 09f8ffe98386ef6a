import { OnnxGraph } from '../../../../models/compiler/onnx.ts';
import { embeddingLength } from '../../../../models/speech-embedding.ts';
import { wakeWindowEmbeddings } from '../../../../models/wake-heads.ts';
import type { Normalisation } from './example-pool.ts';
import type { HeadWeights } from './head-training.ts';
import { weightPlaces, windowLength, type WeightName } from './weight-places.ts';

const epsilon = 1e-5;
const mostLevels = 127;

/**
 * Encodes heads of the same size as one network: `embeddings` [N, 16, 96] → `score` [N], the mean of their logits. What the
 * values of an embedding are normalised by is folded into the first layer, whose weights are kept in 8 bits, a scale for
 * each neuron.
 */
export function encodeHeads(heads: readonly HeadWeights[], normalisation: Normalisation): Uint8Array {
  const graph = new OnnxGraph();
  const count = heads.length;
  const hidden = heads[0]?.hidden ?? 0;
  const folded = heads.map((head) => foldedFirst(head, normalisation));
  const input = graph.input('embeddings', ['N', wakeWindowEmbeddings, embeddingLength]);
  const flat = graph.operator('Reshape', [input, graph.integers([-1, windowLength])]);
  const sums = graph.operator('Add', [
    graph.operator('MatMul', [
      flat,
      eightBits(
        graph,
        folded.map(({ weights }) => weights),
        hidden,
      ),
    ]),
    graph.floats([count * hidden], joined(folded.map(({ bias }) => bias))),
  ]);
  const apart = graph.operator('Reshape', [sums, graph.integers([-1, count, hidden])]);
  const perHead = graph.operator('Transpose', [apart], { perm: [1, 0, 2] });
  const group = (name: WeightName, shape: readonly number[]): string =>
    graph.floats([count, ...shape], joined(heads.map((head) => groupOf(head, name))));
  const layer = (values: string, which: 'first' | 'second'): string => {
    const scaled = graph.operator('Mul', [normalised(graph, values), group(`${which}Gain`, [1, hidden])]);
    return graph.operator('Relu', [graph.operator('Add', [scaled, group(`${which}Shift`, [1, hidden])])]);
  };
  const times = (values: string, weights: string, bias: string): string =>
    graph.operator('Add', [graph.operator('MatMul', [values, weights]), bias]);
  const second = times(
    layer(perHead, 'first'),
    group('second', [hidden, hidden]),
    group('secondBias', [1, hidden]),
  );
  const logits = times(layer(second, 'second'), group('last', [hidden, 1]), group('lastBias', [1, 1]));
  const mean = graph.operator('ReduceMean', [logits], { axes: [0], keepdims: 0 });
  graph.output(graph.operator('Reshape', [mean, graph.integers([-1])]), 'score', ['N']);
  return graph.encode();
}

function normalised(graph: OnnxGraph, values: string): string {
  const mean = graph.operator('ReduceMean', [values], { axes: [2], keepdims: 1 });
  const centred = graph.operator('Sub', [values, mean]);
  const squares = graph.operator('Mul', [centred, centred]);
  const variance = graph.operator('ReduceMean', [squares], { axes: [2], keepdims: 1 });
  const deviation = graph.operator('Sqrt', [graph.operator('Add', [variance, graph.scalar(epsilon)])]);
  return graph.operator('Div', [centred, deviation]);
}

function groupOf(head: HeadWeights, name: WeightName): Float32Array {
  const { start, length } = weightPlaces(head.hidden)[name];
  return head.values.subarray(start, start + length);
}

/** (x - mean) / deviation × W + b as x × W' + b'. */
function foldedFirst(
  head: HeadWeights,
  { mean, deviation }: Normalisation,
): { weights: Float32Array; bias: Float32Array } {
  const { hidden } = head;
  const weights = Float32Array.from(groupOf(head, 'first'));
  const bias = Float32Array.from(groupOf(head, 'firstBias'));
  for (let input = 0; input < windowLength; input++) {
    const value = input % embeddingLength;
    for (let neuron = 0; neuron < hidden; neuron++) {
      const at = input * hidden + neuron;
      const weight = (weights[at] ?? 0) / (deviation[value] ?? 1);
      weights[at] = weight;
      bias[neuron] = (bias[neuron] ?? 0) - weight * (mean[value] ?? 0);
    }
  }
  return { weights, bias };
}

/** [1536, heads × hidden] of the heads' first layers. */
function eightBits(graph: OnnxGraph, layers: readonly Float32Array[], hidden: number): string {
  const columns = layers.length * hidden;
  const scales = new Float32Array(columns);
  const levels = new Int8Array(windowLength * columns);
  for (const [index, weights] of layers.entries()) {
    for (let neuron = 0; neuron < hidden; neuron++) {
      let largest = 1e-12;
      for (let at = neuron; at < weights.length; at += hidden)
        largest = Math.max(largest, Math.abs(weights[at] ?? 0));
      const column = index * hidden + neuron;
      scales[column] = largest / mostLevels;
      for (let input = 0; input < windowLength; input++)
        levels[input * columns + column] = Math.round(
          ((weights[input * hidden + neuron] ?? 0) / largest) * mostLevels,
        );
    }
  }
  const small = graph.smallIntegers([windowLength, columns], levels);
  const whole = graph.operator('Cast', [small], { to: 1 });
  return graph.operator('Mul', [whole, graph.floats([columns], scales)]);
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
