import { z } from 'zod';
import type { OnnxGraph } from './onnx.ts';
import { permute, readWeights, type Weight, WeightSpec } from './weights.ts';

/** Looks a weight up by its name. */
export type Weights = (name: string) => Weight;

const Manifest = z.tuple([z.object({ weights: z.array(WeightSpec) })]);

/** The weights of a face-api network from its manifest (JSON) and its bytes. */
export function faceApiWeights(manifest: string, bytes: Uint8Array): Weights {
  const weights = readWeights(Manifest.parse(JSON.parse(manifest))[0].weights, bytes);
  return (name) => {
    const weight = weights.get(name);
    if (!weight) throw new Error(`The network has no weight ${name}.`);
    return weight;
  };
}

/** Both networks were trained on colours less their mean over the training faces, as fractions of 255. */
export function normalised(graph: OnnxGraph, input: string): string {
  const mean = graph.floats([1, 3, 1, 1], Float32Array.of(122.782, 117.001, 104.298));
  return graph.operator('Mul', [graph.operator('Sub', [input, mean]), graph.scalar(1 / 255)]);
}

interface Convolution {
  readonly filter: Weight;
  readonly bias?: Float32Array;
  readonly stride: 1 | 2;
  readonly padding?: 'same' | 'none';
  /** One filter a channel: the filter is [height, width, channels, 1]. */
  readonly depthwise?: boolean;
}

/** A convolution whose filter is as TensorFlow stores it, [height, width, inputs, outputs]. */
export function convolution(graph: OnnxGraph, input: string, options: Convolution): string {
  const { filter, bias, stride, padding = 'same', depthwise = false } = options;
  const kernel = permute(filter, depthwise ? [2, 3, 0, 1] : [3, 2, 0, 1]);
  const operands = [input, graph.floats(kernel.shape, kernel.data)];
  if (bias) operands.push(graph.floats([bias.length], bias));
  return graph.operator('Conv', operands, {
    kernel_shape: kernel.shape.slice(2),
    strides: [stride, stride],
    group: depthwise ? (kernel.shape[0] ?? 1) : 1,
    ...(padding === 'same' ? { auto_pad: 'SAME_UPPER' } : { pads: [0, 0, 0, 0] }),
  });
}
