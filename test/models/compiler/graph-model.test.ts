import { describe, expect, it } from 'vitest';
import { compileGraphModel } from '../../../models/compiler/graph-model.ts';
import { Session } from '../../../models/session.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const input = {
  name: 'image',
  op: 'Placeholder',
  attr: { shape: { shape: { dim: [{ size: '1' }, { size: '2' }, { size: '2' }, { size: '3' }] } } },
};

/** A graph model of the image, constants of the given shapes, and the given nodes. */
function model(nodes: object[], weights: Record<string, number[]>): string {
  const constants = Object.keys(weights).map((name) => ({ name, op: 'Const' }));
  return JSON.stringify({
    modelTopology: { node: [input, ...constants, ...nodes] },
    weightsManifest: [
      { weights: Object.entries(weights).map(([name, shape]) => ({ name, shape, dtype: 'float32' })) },
    ],
  });
}

const pixels = { data: Float32Array.from({ length: 12 }, (_, i) => i), shape: [1, 3, 2, 2] };

describe('compileGraphModel', () => {
  it('compiles a fused convolution: filters, bias and activation', async () => {
    const json = model(
      [
        {
          name: 'part/y',
          op: '_FusedConv2D',
          input: ['image', 'filter', 'bias'],
          attr: {
            strides: { list: { i: ['1', '1', '1', '1'] } },
            padding: { s: base64('SAME') },
            fused_ops: { list: { s: [base64('BiasAdd'), base64('Relu')] } },
          },
        },
      ],
      { filter: [1, 1, 3, 1], bias: [1] },
    );
    const weights = new Uint8Array(Float32Array.of(1, 0, -2, 10).buffer);
    const session = await Session.open(compileGraphModel(json, weights, { 'part/y': [1, 1, 2, 2] }).encode());
    const outputs = await session.run({ input: pixels });
    // channel 0 - 2 * channel 2 + 10, not below 0: 0 - 16 + 10 and so on.
    expect(outputs.floats('y')).toEqual({ data: Float32Array.of(0, 0, 0, 0), shape: [1, 1, 2, 2] });
    const dark = { data: pixels.data.map((value) => value / 4), shape: pixels.shape };
    expect((await session.run({ input: dark })).floats('y').data).toEqual(
      Float32Array.of(6, 5.75, 5.5, 5.25),
    );
  });

  it('puts a vector beside an image channel by channel, and turns rows back to the order of the model', async () => {
    const json = model(
      [
        { name: 'sum', op: 'AddV2', input: ['image', 'shift'] },
        { name: 'rows', op: 'Reshape', input: ['sum', 'shape'] },
      ],
      { shift: [3], shape: [3] },
    );
    const weights = new Uint8Array(Float32Array.of(100, 200, 300, 1, 4, 3).buffer);
    const session = await Session.open(compileGraphModel(json, weights, { rows: [1, 'n', 3] }).encode());
    expect((await session.run({ input: pixels })).floats('rows')).toEqual({
      data: Float32Array.of(100, 204, 308, 101, 205, 309, 102, 206, 310, 103, 207, 311),
      shape: [1, 4, 3],
    });
  });

  it('refuses what it does not know', () => {
    const compile = (node: object): unknown =>
      compileGraphModel(model([{ name: 'y', input: ['image'], ...node }], {}), new Uint8Array(), { y: [1] });
    expect(() => compile({ op: 'Sinh' })).toThrow('Sinh (y) is not known');
    expect(() => compile({ op: 'Mean' })).toThrow('Mean (y) drops the axes');
    expect(() => compile({ op: 'MaxPool', attr: { padding: { s: base64('EXPLICIT') } } })).toThrow(
      'pads by EXPLICIT',
    );
    expect(() => compile({ op: 'Relu', input: ['nowhere'] })).toThrow('no node nowhere');
  });
});
