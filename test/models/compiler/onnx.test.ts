import { describe, expect, it } from 'vitest';
import { OnnxGraph } from '../../../models/compiler/onnx.ts';
import { Session } from '../../../models/session.ts';

function tinyGraph(): OnnxGraph {
  const graph = new OnnxGraph();
  const x = graph.input('x', ['n', 2]);
  graph.operator('Relu', [x]);
  const sum = graph.operator('Add', [x, graph.floats([2], Float32Array.of(1, -2))]);
  graph.output(graph.operator('LeakyRelu', [sum], { alpha: { float: 0.5 } }), 'y', ['n', 2]);
  return graph;
}

describe('OnnxGraph', () => {
  it('writes these very bytes', () => {
    const graph = new OnnxGraph();
    graph.output(graph.input('x', [1]), 'y', [1]);
    expect(Buffer.from(graph.encode()).toString('hex')).toBe(
      '080812056c617265733a400a130a01781201791a017922084964656e7469747912076e6574776f726b5a0f0a0178120a0a08080112040a020801620f0a0179120a0a08080112040a02080142040a00100d',
    );
  });

  it('writes what onnxruntime reads and computes', async () => {
    const session = await Session.open(tinyGraph().encode());
    const outputs = await session.run({ x: { data: Float32Array.of(1, 2, -3, 4), shape: [2, 2] } });
    expect(outputs.floats('y')).toEqual({ data: Float32Array.of(2, 0, -1, 2), shape: [2, 2] });
    await session.close();
  });

  it('leaves out what no output needs', () => {
    const bytes = Buffer.from(tinyGraph().encode()).toString('latin1');
    expect({ relu: /(?<!Leaky)Relu/.test(bytes), leaky: bytes.includes('LeakyRelu') }).toEqual({
      relu: false,
      leaky: true,
    });
  });
});
