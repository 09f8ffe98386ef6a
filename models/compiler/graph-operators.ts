import {
  type GraphNode,
  onnxPads,
  spatial,
  tensorOf,
  type TensorValue,
  unsupported,
  type Value,
  weightOf,
} from './graph-node.ts';
import type { Attribute, OnnxGraph } from './onnx.ts';
import { permute, type Weight } from './weights.ts';

type Attributes = Readonly<Record<string, Attribute>>;
type Translate = (graph: OnnxGraph, node: GraphNode, inputs: readonly Value[]) => Value;

/**
 * TensorFlow's operators in ONNX: those that the known networks are made of. Images are NHWC there and NCHW here.
 * Everything that a table entry can't translate exactly throws.
 */
const translations: Readonly<Record<string, Translate>> = {
  Placeholder: (graph) => image(graph.input('input', [1, 3, 'height', 'width'])),
  Identity: (_graph, _node, [value]) => tensorOf(value),
  Conv2D: (graph, node, inputs) => convolution(graph, node, inputs),
  _FusedConv2D: (graph, node, inputs) => convolution(graph, node, inputs),
  DepthwiseConv2dNative: (graph, node, inputs) => convolution(graph, node, inputs),
  FusedDepthwiseConv2dNative: (graph, node, inputs) => convolution(graph, node, inputs),
  Add: (graph, _node, inputs) => elementwise(graph, 'Add', inputs),
  AddV2: (graph, _node, inputs) => elementwise(graph, 'Add', inputs),
  Mul: (graph, _node, inputs) => elementwise(graph, 'Mul', inputs),
  Relu: (graph, node, [value]) => activation(graph, node.op, tensorOf(value)),
  Relu6: (graph, node, [value]) => activation(graph, node.op, tensorOf(value)),
  Sigmoid: (graph, _node, [value]) =>
    like(tensorOf(value), graph.operator('Sigmoid', [tensorOf(value).name])),
  MaxPool: (graph, node, [value]) => {
    const attributes = { kernel_shape: spatial(node.attr.ksize), ...window(node) };
    return image(graph.operator('MaxPool', [tensorOf(value).name], attributes));
  },
  Mean: (graph, node, [value]) => {
    if (node.attr.keep_dims?.b !== true) throw unsupported(node, 'drops the axes');
    return image(graph.operator('GlobalAveragePool', [tensorOf(value).name]));
  },
  Pad: (graph, _node, [value, paddings]) => {
    const pads = graph.integers(onnxPads(weightOf(paddings).data));
    return image(graph.operator('Pad', [tensorOf(value).name, pads]));
  },
  ResizeBilinear: double,
  ConcatV2: (graph, node, inputs) => {
    if (weightOf(inputs.at(-1)).data[0] !== 3) throw unsupported(node, 'does not join channels');
    const names = inputs.slice(0, -1).map((value) => tensorOf(value).name);
    return image(graph.operator('Concat', names, { axis: 1 }));
  },
  Reshape: rows,
};

/** Adds to `graph` what `node` does, and says what came out. */
export function compileOperator(graph: OnnxGraph, node: GraphNode, inputs: readonly Value[]): Value {
  const translate = translations[node.op];
  if (!translate) throw unsupported(node, 'is not known');
  return translate(graph, node, inputs);
}

function convolution(graph: OnnxGraph, node: GraphNode, [input, filter, bias]: readonly Value[]): Value {
  const depthwise = node.op.includes('Depthwise');
  const weight = weightOf(filter);
  const [height = 1, width = 1, channels = 1, outputs = 1] = weight.shape;
  const kernel = depthwise
    ? { shape: [channels * outputs, 1, height, width], data: permute(weight, [2, 3, 0, 1]).data }
    : permute(weight, [3, 2, 0, 1]);
  const fused = node.attr.fused_ops?.list.s ?? [];
  const operands = [tensorOf(input).name, graph.floats(kernel.shape, kernel.data)];
  if (fused.includes('BiasAdd')) operands.push(graph.floats(weightOf(bias).shape, weightOf(bias).data));
  const convolved = graph.operator('Conv', operands, {
    kernel_shape: [height, width],
    dilations: spatial(node.attr.dilations),
    group: depthwise ? channels : 1,
    ...window(node),
  });
  return fused
    .filter((name) => name !== 'BiasAdd')
    .reduce((value, name) => activation(graph, name, value), image(convolved));
}

/** Strides and padding of a convolution or a pooling. */
function window(node: GraphNode): Attributes {
  const strides = spatial(node.attr.strides);
  const padding = node.attr.padding?.s;
  if (padding === 'SAME') return { strides, auto_pad: 'SAME_UPPER' };
  if (padding === 'VALID') return { strides, pads: [0, 0, 0, 0] };
  throw unsupported(node, `pads by ${padding ?? 'nothing'}`);
}

function activation(graph: OnnxGraph, name: string, tensor: TensorValue): TensorValue {
  if (name === 'Relu') return like(tensor, graph.operator('Relu', [tensor.name]));
  if (name === 'Relu6') {
    return like(tensor, graph.operator('Clip', [tensor.name, graph.scalar(0), graph.scalar(6)]));
  }
  throw new Error(`The activation ${name} is not known and can't be compiled.`);
}

function elementwise(graph: OnnxGraph, type: string, inputs: readonly Value[]): Value {
  const tensor = tensorOf(inputs.find((value) => value.kind === 'tensor'));
  const names = inputs.map((value) =>
    value.kind === 'tensor' ? value.name : besideImage(graph, value.weight),
  );
  return like(tensor, graph.operator(type, names));
}

/** A constant that meets an image: one number, or one number a channel. */
function besideImage(graph: OnnxGraph, { shape, data }: Weight): string {
  if (data.length === 1) return graph.scalar(data[0] ?? 0);
  if (shape.length !== 1) throw new Error('Only a number or a channel vector can meet an image.');
  return graph.floats([data.length, 1, 1], data);
}

/** All up-samplings of the known networks double the image; the sizes stored with them hold for one input size only. */
function double(graph: OnnxGraph, node: GraphNode, [value]: readonly Value[]): Value {
  const { align_corners: corners, half_pixel_centers: centres } = node.attr;
  if (corners?.b === true || centres?.b === true) throw unsupported(node, 'samples at other places');
  const scales = graph.floats([4], Float32Array.of(1, 1, 2, 2));
  const attributes = { mode: 'linear', coordinate_transformation_mode: 'asymmetric' };
  return image(graph.operator('Resize', [tensorOf(value).name, '', scales], attributes));
}

/** An image as [1, rows, values]; the number of rows follows from the size of the image. */
function rows(graph: OnnxGraph, node: GraphNode, [value, shape]: readonly Value[]): Value {
  const [batch = 1, , values = 1] = weightOf(shape).data;
  if (weightOf(shape).data.length !== 3) throw unsupported(node, 'does not give rows');
  const nhwc = graph.operator('Transpose', [tensorOf(value).name], { perm: [0, 2, 3, 1] });
  const name = graph.operator('Reshape', [nhwc, graph.integers([batch, -1, values])]);
  return { kind: 'tensor', name, layout: 'rows' };
}

function image(name: string): TensorValue {
  return { kind: 'tensor', name, layout: 'image' };
}

function like({ layout }: TensorValue, name: string): TensorValue {
  return { kind: 'tensor', name, layout };
}
