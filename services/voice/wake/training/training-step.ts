import { OnnxGraph } from '../../../../models/compiler/onnx.ts';
import { weightGroups, weightPlaces, windowLength, type WeightName } from './weight-places.ts';

const epsilon = 1e-5;
const firstMoment = 0.9;
const secondMoment = 0.999;
const adamEpsilon = 1e-8;

/** A layer's normalised values and what its gradient needs. */
interface Normalised {
  readonly values: string;
  readonly inverseDeviation: string;
  readonly before: string;
  readonly positive: string;
}

type Layer = Normalised & { readonly output: string };

/** What the way forward leaves for the way back. */
interface Forward {
  readonly windows: string;
  readonly kept: string;
  readonly afterDropout: string;
  readonly first: Layer;
  readonly second: Layer;
  readonly secondWeights: string;
  readonly lastWeights: string;
  readonly ofLogits: string;
}

/**
 * One step of training as one network, gradients written out: weights in, weights out, by AdamW (Loshchilov and Hutter,
 * https://arxiv.org/abs/1711.05101) on the binary cross-entropy.
 * Inputs: `weights`, `mean`, `variance` [P] (Adam's moments); `windows` [B, 1536], normalised; `wanted` [B, 1], 0..1;
 * `kept` [B, hidden], the factors of dropout; `rate` [1]; `decay` [1]; `corrections` [2], 1 / (1 - β^t) of both moments.
 * Outputs: `newWeights`, `newMean`, `newVariance` [P]; `loss` [1]; with `reportsGradient` also `gradient` [P].
 */
export class TrainingStep {
  readonly #graph = new OnnxGraph();
  readonly #hidden: number;
  readonly #weights: string;

  private constructor(hidden: number) {
    this.#hidden = hidden;
    this.#weights = this.#graph.input('weights', ['P']);
  }

  static encode(hidden: number, { reportsGradient = false } = {}): Uint8Array {
    const step = new TrainingStep(hidden);
    const { gradient, loss } = step.#gradient();
    step.#update(gradient);
    step.#graph.output(loss, 'loss', [1]);
    if (reportsGradient) step.#graph.output(gradient, 'gradient', ['P']);
    return step.#graph.encode();
  }

  #op(type: string, ...inputs: readonly string[]): string {
    return this.#graph.operator(type, inputs);
  }

  #group(name: WeightName): string {
    const { start, length } = weightPlaces(this.#hidden)[name];
    const shape = weightGroups.find((group) => group.name === name)?.shape(this.#hidden) ?? [];
    const ends = [this.#graph.integers([start]), this.#graph.integers([start + length])];
    return this.#op('Reshape', this.#op('Slice', this.#weights, ...ends), this.#graph.integers(shape));
  }

  #rowMean(values: string): string {
    return this.#graph.operator('ReduceMean', [values], { axes: [1], keepdims: 1 });
  }

  #columnSum(values: string): string {
    return this.#graph.operator('ReduceSum', [values, this.#graph.integers([0])], { keepdims: 0 });
  }

  /** ReLU(gain × normalised + shift). */
  #layer(sums: string, which: 'first' | 'second'): Layer {
    const centred = this.#op('Sub', sums, this.#rowMean(sums));
    const variance = this.#rowMean(this.#op('Mul', centred, centred));
    const deviation = this.#op('Sqrt', this.#op('Add', variance, this.#graph.scalar(epsilon)));
    const inverseDeviation = this.#op('Reciprocal', deviation);
    const values = this.#op('Mul', centred, inverseDeviation);
    const scaled = this.#op('Mul', values, this.#group(`${which}Gain`));
    const before = this.#op('Add', scaled, this.#group(`${which}Shift`));
    const isPositive = this.#op('Greater', before, this.#graph.scalar(0));
    const positive = this.#graph.operator('Cast', [isPositive], { to: 1 });
    return { values, inverseDeviation, before, positive, output: this.#op('Relu', before) };
  }

  /** What the gradient of a layer's output says of its sums, its gains and its shifts. */
  #layerGradient(
    layer: Normalised,
    outputGradient: string,
    gain: string,
  ): { sums: string; ofGain: string; ofShift: string } {
    const ofBefore = this.#op('Mul', outputGradient, layer.positive);
    const ofValues = this.#op('Mul', ofBefore, gain);
    const along = this.#rowMean(this.#op('Mul', ofValues, layer.values));
    const less = this.#op(
      'Sub',
      this.#op('Sub', ofValues, this.#rowMean(ofValues)),
      this.#op('Mul', layer.values, along),
    );
    return {
      sums: this.#op('Mul', less, layer.inverseDeviation),
      ofGain: this.#columnSum(this.#op('Mul', ofBefore, layer.values)),
      ofShift: this.#columnSum(ofBefore),
    };
  }

  #gradient(): { gradient: string; loss: string } {
    const graph = this.#graph;
    const windows = graph.input('windows', ['B', windowLength]);
    const wanted = graph.input('wanted', ['B', 1]);
    const kept = graph.input('kept', ['B', this.#hidden]);
    const [secondWeights, lastWeights] = [this.#group('second'), this.#group('last')];
    const first = this.#layer(
      graph.operator('Gemm', [windows, this.#group('first'), this.#group('firstBias')]),
      'first',
    );
    const afterDropout = this.#op('Mul', first.output, kept);
    const second = this.#layer(
      graph.operator('Gemm', [afterDropout, secondWeights, this.#group('secondBias')]),
      'second',
    );
    const logits = graph.operator('Gemm', [second.output, lastWeights, this.#group('lastBias')]);
    const share = this.#op(
      'Reciprocal',
      this.#op('ReduceSum', this.#op('Add', this.#op('Mul', wanted, graph.scalar(0)), graph.scalar(1))),
    );
    const ofLogits = this.#op('Mul', this.#op('Sub', this.#op('Sigmoid', logits), wanted), share);
    const gradient = this.#backwards({
      windows,
      kept,
      afterDropout,
      first,
      second,
      secondWeights,
      lastWeights,
      ofLogits,
    });
    return { gradient, loss: this.#loss(logits, wanted) };
  }

  /** From the last layer to the first; parts in the order of `weightGroups`. */
  #backwards(forward: Forward): string {
    const { windows, kept, afterDropout, first, second, secondWeights, lastWeights, ofLogits } = forward;
    const graph = this.#graph;
    const transposedTimes = (a: string, b: string): string => graph.operator('Gemm', [a, b], { transA: 1 });
    const timesTransposed = (a: string, b: string): string => graph.operator('Gemm', [a, b], { transB: 1 });
    const ofSecond = this.#layerGradient(
      second,
      timesTransposed(ofLogits, lastWeights),
      this.#group('secondGain'),
    );
    const ofFirstOutput = this.#op('Mul', timesTransposed(ofSecond.sums, secondWeights), kept);
    const ofFirst = this.#layerGradient(first, ofFirstOutput, this.#group('firstGain'));
    return this.#joined([
      transposedTimes(windows, ofFirst.sums),
      this.#columnSum(ofFirst.sums),
      ofFirst.ofGain,
      ofFirst.ofShift,
      transposedTimes(afterDropout, ofSecond.sums),
      this.#columnSum(ofSecond.sums),
      ofSecond.ofGain,
      ofSecond.ofShift,
      transposedTimes(second.output, ofLogits),
      this.#columnSum(ofLogits),
    ]);
  }

  #joined(parts: readonly string[]): string {
    const flat = parts.map((part) => this.#op('Reshape', part, this.#graph.integers([-1])));
    return this.#graph.operator('Concat', flat, { axis: 0 });
  }

  /** softplus(logit) - wanted × logit, the mean of the batch. */
  #loss(logits: string, wanted: string): string {
    const each = this.#op('Sub', this.#op('Softplus', logits), this.#op('Mul', logits, wanted));
    return this.#op('Reshape', this.#op('ReduceMean', each), this.#graph.integers([1]));
  }

  #update(gradient: string): void {
    const graph = this.#graph;
    const mean = graph.input('mean', ['P']);
    const variance = graph.input('variance', ['P']);
    const rate = graph.input('rate', [1]);
    const decay = graph.input('decay', [1]);
    const corrections = graph.input('corrections', [2]);
    const mix = (old: string, fresh: string, share: number): string =>
      this.#op(
        'Add',
        this.#op('Mul', old, graph.scalar(share)),
        this.#op('Mul', fresh, graph.scalar(1 - share)),
      );
    const newMean = mix(mean, gradient, firstMoment);
    const newVariance = mix(variance, this.#op('Mul', gradient, gradient), secondMoment);
    const correction = (at: number): string =>
      this.#op('Slice', corrections, graph.integers([at]), graph.integers([at + 1]));
    const deviation = this.#op(
      'Add',
      this.#op('Sqrt', this.#op('Mul', newVariance, correction(1))),
      graph.scalar(adamEpsilon),
    );
    const way = this.#op('Div', this.#op('Mul', newMean, correction(0)), deviation);
    const decayed = this.#op('Add', way, this.#op('Mul', this.#weights, decay));
    graph.output(this.#op('Sub', this.#weights, this.#op('Mul', decayed, rate)), 'newWeights', ['P']);
    graph.output(newMean, 'newMean', ['P']);
    graph.output(newVariance, 'newVariance', ['P']);
  }
}

/** Adam's corrections of both moments at a step, counted from 1. */
export function adamCorrections(step: number): Float32Array {
  return Float32Array.of(1 / (1 - firstMoment ** step), 1 / (1 - secondMoment ** step));
}
