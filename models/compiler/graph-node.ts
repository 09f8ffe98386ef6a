import { z } from 'zod';
import type { Weight } from './weights.ts';

const base64Text = z.string().transform((text) => Buffer.from(text, 'base64').toString());
const integers = z.object({ list: z.object({ i: z.array(z.coerce.number()) }) });
const flag = z.object({ b: z.boolean() });

/** One node of a TensorFlow.js graph model, with the attributes that the known operators have. */
export const GraphNode = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z
    .object({
      strides: integers.optional(),
      ksize: integers.optional(),
      dilations: integers.optional(),
      padding: z.object({ s: base64Text }).optional(),
      fused_ops: z.object({ list: z.object({ s: z.array(base64Text).default([]) }) }).optional(),
      keep_dims: flag.optional(),
      align_corners: flag.optional(),
      half_pixel_centers: flag.optional(),
    })
    .default({}),
});
export type GraphNode = z.infer<typeof GraphNode>;

export interface TensorValue {
  readonly kind: 'tensor';
  readonly name: string;
  /** `image`: the NHWC tensor of the model is NCHW here. `rows`: the axes are as in the model. */
  readonly layout: 'image' | 'rows';
}
/** What a node of the model gives. Constants stay values until an operator says in which layout it wants them. */
export type Value = TensorValue | { readonly kind: 'constant'; readonly weight: Weight };

export function tensorOf(value: Value | undefined): TensorValue {
  if (value?.kind !== 'tensor') throw new Error('The network has a constant where a tensor is needed.');
  return value;
}

export function weightOf(value: Value | undefined): Weight {
  if (value?.kind !== 'constant') throw new Error('The network has a tensor where a constant is needed.');
  return value.weight;
}

/** The two middle ones of four NHWC numbers: those of height and width. */
export function spatial(attribute: z.infer<typeof integers> | undefined): [number, number] {
  const [, height = 1, width = 1] = attribute?.list.i ?? [];
  return [height, width];
}

/** TensorFlow's paddings (before and after, axis by axis, NHWC) as ONNX has them (all before, then all after, NCHW). */
export function onnxPads(paddings: Float32Array): number[] {
  const nchw = [0, 3, 1, 2];
  return [0, 1].flatMap((end) => nchw.map((axis) => paddings[2 * axis + end] ?? 0));
}

export function unsupported(node: GraphNode, why: string): Error {
  return new Error(`The operator ${node.op} (${node.name}) ${why} and can't be compiled.`);
}
