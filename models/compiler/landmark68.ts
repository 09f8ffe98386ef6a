import { convolution, normalised, type Weights } from './face-api.ts';
import { OnnxGraph } from './onnx.ts';

/**
 * face-api's landmark network: four densely connected blocks of separable convolutions.
 * Input `input`: float [n, 3, 112, 112], RGB, 0..255. Output `points`: float [n, 136], x and y of 68 points, as
 * fractions of the square.
 */
export function compileLandmark68(weights: Weights): OnnxGraph {
  const graph = new OnnxGraph();
  const relu = (x: string): string => graph.operator('Relu', [x]);
  const add = (a: string, b: string): string => graph.operator('Add', [a, b]);
  const separable = (x: string, name: string, stride: 1 | 2): string => {
    const depthwise = weights(`${name}/depthwise_filter`);
    const filtered = convolution(graph, x, { filter: depthwise, stride, depthwise: true });
    const filter = weights(`${name}/pointwise_filter`);
    return convolution(graph, filtered, { filter, bias: weights(`${name}/bias`).data, stride: 1 });
  };

  let x = normalised(graph, graph.input('input', ['n', 3, 112, 112]));
  for (const block of ['dense0', 'dense1', 'dense2', 'dense3']) {
    const bias = weights(`${block}/conv0/bias`).data;
    const entry =
      block === 'dense0'
        ? convolution(graph, x, { filter: weights('dense0/conv0/filters'), bias, stride: 2 })
        : separable(x, `${block}/conv0`, 2);
    const first = relu(entry);
    const second = add(first, separable(first, `${block}/conv1`, 1));
    const third = add(second, separable(relu(second), `${block}/conv2`, 1));
    x = relu(add(third, separable(relu(third), `${block}/conv3`, 1)));
  }
  x = graph.operator('ReduceMean', [x], { axes: [2, 3], keepdims: 0 });
  const matrix = weights('fc/weights');
  const bias = weights('fc/bias');
  const operands = [x, graph.floats(matrix.shape, matrix.data), graph.floats(bias.shape, bias.data)];
  graph.output(graph.operator('Gemm', operands), 'points', ['n', 136]);
  return graph;
}
