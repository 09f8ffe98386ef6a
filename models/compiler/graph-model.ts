import { z } from 'zod';
import { GraphNode, tensorOf, type Value } from './graph-node.ts';
import { compileOperator } from './graph-operators.ts';
import { type Dimension, OnnxGraph } from './onnx.ts';
import { readWeights, WeightSpec } from './weights.ts';

/** The .json file of a TensorFlow.js graph model, as far as it is read here. */
const GraphModel = z.object({
  modelTopology: z.object({ node: z.array(GraphNode) }),
  weightsManifest: z.tuple([z.object({ weights: z.array(WeightSpec) })]),
});

/**
 * Compiles a TensorFlow.js graph model (NHWC) to ONNX (NCHW) for images of any size that its strides allow. Its one
 * input becomes `input`, float [1, 3, height, width].
 *
 * `outputs`: the nodes to compute, with their ONNX shapes; an output is named like its node, without what stands
 * before the last slash. Throws on an operator that is not known, and on weights that don't fit.
 */
export function compileGraphModel(
  json: string,
  bytes: Uint8Array,
  outputs: Readonly<Record<string, readonly Dimension[]>>,
): OnnxGraph {
  const model = GraphModel.parse(JSON.parse(json));
  const weights = readWeights(model.weightsManifest[0].weights, bytes);
  const nodes = new Map(model.modelTopology.node.map((node) => [node.name, node]));
  const graph = new OnnxGraph();
  const values = new Map<string, Value>();

  const valueOf = (name: string): Value => {
    const known = values.get(name);
    if (known) return known;
    const node = nodes.get(name);
    if (!node) throw new Error(`The network has no node ${name}.`);
    const weight = weights.get(name);
    const value: Value = weight
      ? { kind: 'constant', weight }
      : compileOperator(graph, node, node.input.map(valueOf));
    values.set(name, value);
    return value;
  };
  for (const [name, shape] of Object.entries(outputs)) {
    graph.output(tensorOf(valueOf(name)).name, name.replace(/^.*\//, ''), shape);
  }
  return graph;
}
