import { convolution, normalised, type Weights } from './face-api.ts';
import { OnnxGraph } from './onnx.ts';

/**
 * dlib's face recognition ResNet with 29 convolutions, as face-api stores its weights.
 * Input `input`: float [n, 3, 150, 150], RGB, 0..255. Output `descriptor`: float [n, 128].
 * Architecture: dlib's dnn_face_recognition_ex.cpp; the weights are in the public domain (davisking/dlib-models).
 */
export function compileDlibResnet(weights: Weights): OnnxGraph {
  const network = new DlibResnet(weights);
  const { graph } = network;
  let x = normalised(graph, graph.input('input', ['n', 3, 150, 150]));
  x = graph.operator('Relu', [network.layer(x, 'conv32_down', 2)]);
  x = graph.operator('MaxPool', [x], { kernel_shape: [3, 3], strides: [2, 2] });
  for (const name of ['conv32_1', 'conv32_2', 'conv32_3']) x = network.block(x, name);
  x = network.down(x, 'conv64_down', { channels: 32, odd: false });
  for (const name of ['conv64_1', 'conv64_2', 'conv64_3']) x = network.block(x, name);
  x = network.down(x, 'conv128_down', { channels: 64, odd: false });
  for (const name of ['conv128_1', 'conv128_2']) x = network.block(x, name);
  x = network.down(x, 'conv256_down', { channels: 128, odd: true });
  for (const name of ['conv256_1', 'conv256_2']) x = network.block(x, name);
  x = network.down(x, 'conv256_down_out', { channels: 0, odd: true });
  const mean = graph.operator('ReduceMean', [x], { axes: [2, 3], keepdims: 0 });
  const { shape, data } = weights('fc');
  graph.output(graph.operator('MatMul', [mean, graph.floats(shape, data)]), 'descriptor', ['n', 128]);
  return graph;
}

class DlibResnet {
  readonly graph = new OnnxGraph();
  readonly #weights: Weights;

  constructor(weights: Weights) {
    this.#weights = weights;
  }

  /** A convolution with its scale layer folded in; at stride 2 dlib pads nothing. */
  layer(x: string, name: string, stride: 1 | 2): string {
    const scale = this.#weights(`${name}/scale/weights`).data;
    const shift = this.#weights(`${name}/scale/biases`).data;
    const filter = this.#weights(`${name}/conv/filters`);
    const bias = this.#weights(`${name}/conv/bias`).data;
    const outputs = scale.length;
    return convolution(this.graph, x, {
      // The output channel is the last axis.
      filter: { shape: filter.shape, data: filter.data.map((value, i) => value * (scale[i % outputs] ?? 1)) },
      bias: bias.map((value, i) => value * (scale[i] ?? 1) + (shift[i] ?? 0)),
      stride,
      padding: stride === 1 ? 'same' : 'none',
    });
  }

  block(x: string, name: string): string {
    return this.#sum(this.#twoLayers(x, name, 1), x);
  }

  /**
   * A block that halves the picture and adds `channels` channels. The short cut is an average; where its size is
   * odd, the other branch is smaller by one pixel and is padded at its far ends.
   */
  down(x: string, name: string, { channels, odd }: { channels: number; odd: boolean }): string {
    const pooled = this.graph.operator('AveragePool', [x], { kernel_shape: [2, 2], strides: [2, 2] });
    const shortcut = channels > 0 ? this.#padEnd(pooled, [channels, 0, 0]) : pooled;
    const branch = this.#twoLayers(x, name, 2);
    return this.#sum(odd ? this.#padEnd(branch, [0, 1, 1]) : branch, shortcut);
  }

  #twoLayers(x: string, name: string, stride: 1 | 2): string {
    const inner = this.graph.operator('Relu', [this.layer(x, `${name}/conv1`, stride)]);
    return this.layer(inner, `${name}/conv2`, 1);
  }

  #sum(branch: string, shortcut: string): string {
    return this.graph.operator('Relu', [this.graph.operator('Add', [branch, shortcut])]);
  }

  /** Zeros after the last channel, row and column. */
  #padEnd(x: string, ends: readonly [number, number, number]): string {
    return this.graph.operator('Pad', [x, this.graph.integers([0, 0, 0, 0, 0, ...ends])]);
  }
}
