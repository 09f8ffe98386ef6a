import { describe, expect, it } from 'vitest';
import { OnnxGraph } from '../../models/compiler/onnx.ts';
import { Session } from '../../models/session.ts';

describe('Session', () => {
  it('says that a file which is no network is damaged', async () => {
    await expect(Session.open(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ code: 'damaged' });
    await expect(Session.open('/nowhere/at.onnx')).rejects.toMatchObject({ code: 'damaged' });
  });

  it('gives outputs by name only', async () => {
    const graph = new OnnxGraph();
    graph.output(graph.input('x', [1]), 'y', [1]);
    const session = await Session.open(graph.encode());
    const outputs = await session.run({ x: { data: Float32Array.of(3), shape: [1] } });
    expect(outputs.floats('y').data).toEqual(Float32Array.of(3));
    expect(() => outputs.floats('z')).toThrow('no output z');
  });
});
