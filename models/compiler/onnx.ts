import { bytesField, type Field, floatField, intField } from './protobuf.ts';

/** An attribute of an operator: an integer, a text, a list of integers, or (to tell it from an integer) a float. */
export type Attribute = number | string | readonly number[] | { readonly float: number };
/** A dimension with a name instead of a number may differ from run to run. */
export type Dimension = number | string;

interface OnnxNode {
  readonly inputs: readonly string[];
  readonly output: string;
  readonly field: Field;
}

// Field numbers and enum values of onnx.proto3, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
const FLOAT = 1;
const INT8 = 3;
const INT64 = 7;
const IR_VERSION = 8;
const OPSET = 13;

/**
 * Builds an ONNX graph of float tensors, operator by operator, and encodes it. Every tensor is known by its name;
 * operators must be added after those they read from.
 */
export class OnnxGraph {
  readonly #nodes: OnnxNode[] = [];
  readonly #constants: { name: string; field: Field }[] = [];
  readonly #inputs: Field[] = [];
  readonly #outputs: Field[] = [];
  readonly #outputNames: string[] = [];
  #names = 0;

  input(name: string, shape: readonly Dimension[]): string {
    this.#inputs.push(bytesField(11, valueInfo(name, shape)));
    return name;
  }

  output(tensor: string, name: string, shape: readonly Dimension[]): void {
    this.#add('Identity', [tensor], {}, name);
    this.#outputNames.push(name);
    this.#outputs.push(bytesField(12, valueInfo(name, shape)));
  }

  /** A constant float tensor. */
  floats(shape: readonly number[], data: Float32Array): string {
    return this.#constant(shape, data, FLOAT);
  }

  /** A constant float without dimensions. */
  scalar(value: number): string {
    return this.#constant([], Float32Array.of(value), FLOAT);
  }

  /** A constant list of 64-bit integers, as shapes and paddings are given. */
  integers(values: readonly number[]): string {
    return this.#constant([values.length], BigInt64Array.from(values.map(BigInt)), INT64);
  }

  /** A constant tensor of small integers: weights that an operator brings to their scale. */
  smallIntegers(shape: readonly number[], data: Int8Array): string {
    return this.#constant(shape, data, INT8);
  }

  /** One operator with one output; returns the name of its output. An empty input name is an input left out. */
  operator(
    type: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string {
    return this.#add(type, inputs, attributes, this.#freshName());
  }

  /** The bytes of the .onnx file. Operators and constants that no output needs are left out. */
  encode(): Uint8Array {
    const needed = new Set(this.#outputNames);
    const nodes: OnnxNode[] = [];
    for (const node of this.#nodes.toReversed()) {
      if (!needed.has(node.output)) continue;
      for (const input of node.inputs) needed.add(input);
      nodes.unshift(node);
    }
    const graph = bytesField(7, [
      ...nodes.map((node) => node.field),
      bytesField(2, 'network'),
      ...this.#constants.filter((constant) => needed.has(constant.name)).map((constant) => constant.field),
      ...this.#inputs,
      ...this.#outputs,
    ]);
    const opset = bytesField(8, [bytesField(1, ''), intField(2, OPSET)]);
    return Buffer.concat([intField(1, IR_VERSION), bytesField(2, 'lares'), graph, opset]);
  }

  #freshName(): string {
    this.#names += 1;
    return `t${this.#names}`;
  }

  #constant(shape: readonly number[], data: Float32Array | BigInt64Array | Int8Array, type: number): string {
    const name = this.#freshName();
    const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const dimensions = shape.map((size) => intField(1, size));
    this.#constants.push({
      name,
      field: bytesField(5, [...dimensions, intField(2, type), bytesField(8, name), bytesField(9, raw)]),
    });
    return name;
  }

  #add(
    type: string,
    inputs: readonly string[],
    ...[attributes, output]: [Readonly<Record<string, Attribute>>, string]
  ): string {
    const field = bytesField(1, [
      ...inputs.map((input) => bytesField(1, input)),
      bytesField(2, output),
      bytesField(3, output),
      bytesField(4, type),
      ...Object.entries(attributes).map(([name, value]) => attributeField(name, value)),
    ]);
    this.#nodes.push({ inputs, output, field });
    return output;
  }
}

function attributeField(name: string, value: Attribute): Field {
  return bytesField(5, [bytesField(1, name), ...attributeValue(value)]);
}

function attributeValue(value: Attribute): Field[] {
  if (typeof value === 'number') return [intField(3, value), intField(20, 2)];
  if (typeof value === 'string') return [bytesField(4, value), intField(20, 3)];
  if ('float' in value) return [floatField(2, value.float), intField(20, 1)];
  return [...value.map((item) => intField(8, item)), intField(20, 7)];
}

function valueInfo(name: string, shape: readonly Dimension[]): Field[] {
  const dimensions = shape.map((size) =>
    bytesField(1, [typeof size === 'number' ? intField(1, size) : bytesField(2, size)]),
  );
  return [
    bytesField(1, name),
    bytesField(2, [bytesField(1, [intField(1, FLOAT), bytesField(2, dimensions)])]),
  ];
}
