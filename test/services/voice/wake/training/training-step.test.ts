import { describe, expect, it } from 'vitest';
import { Session } from '../../../../../models/session.ts';
import { SeededRandom } from '../../../../../services/voice/wake/training/seeded-random.ts';
import { adamCorrections, TrainingStep } from '../../../../../services/voice/wake/training/training-step.ts';
import {
  weightPlaces,
  windowLength,
  type WeightName,
} from '../../../../../services/voice/wake/training/weight-places.ts';

const hidden = 6;
const batch = 5;
const count = weightPlaces(hidden).lastBias.start + 1;
const random = new SeededRandom(3);
const normals = (length: number): Float32Array => Float32Array.from({ length }, () => random.normal());
const weights = Float32Array.from({ length: count }, () => 0.3 * random.normal());
const windows = normals(batch * windowLength).map((value) => value * 0.1);
const wanted = Float32Array.of(1, 0, 0.02, 0.98, 0);
const kept = Float32Array.from({ length: batch * hidden }, () => (random.chance(0.3) ? 0 : 1 / 0.7));

function inputs(values: Float32Array): Parameters<Session['run']>[0] {
  return {
    weights: { data: values, shape: [count] },
    mean: { data: new Float32Array(count), shape: [count] },
    variance: { data: new Float32Array(count), shape: [count] },
    windows: { data: windows, shape: [batch, windowLength] },
    wanted: { data: wanted, shape: [batch, 1] },
    kept: { data: kept, shape: [batch, hidden] },
    rate: { data: Float32Array.of(0.01), shape: [1] },
    decay: { data: Float32Array.of(0), shape: [1] },
    corrections: { data: adamCorrections(1), shape: [2] },
  };
}

describe('a step of training', () => {
  it('has the gradient that differences of the loss show, for weights of every group', async () => {
    const session = await Session.open(TrainingStep.encode(hidden, { reportsGradient: true }));
    const outputs = await session.run(inputs(weights));
    const gradient = outputs.floats('gradient').data;
    const lossOf = async (values: Float32Array): Promise<number> =>
      (await session.run(inputs(values))).floats('loss').data[0] ?? 0;
    const step = 1e-2;
    const groups: [WeightName, { start: number; length: number }][] = [
      ['first', weightPlaces(hidden).first],
      ['firstBias', weightPlaces(hidden).firstBias],
      ['firstGain', weightPlaces(hidden).firstGain],
      ['firstShift', weightPlaces(hidden).firstShift],
      ['second', weightPlaces(hidden).second],
      ['secondBias', weightPlaces(hidden).secondBias],
      ['secondGain', weightPlaces(hidden).secondGain],
      ['secondShift', weightPlaces(hidden).secondShift],
      ['last', weightPlaces(hidden).last],
      ['lastBias', weightPlaces(hidden).lastBias],
    ];
    for (const [name, { start, length }] of groups) {
      // The weight of the group that matters most, so that rounding matters least.
      const values = Array.from(gradient.subarray(start, start + length), Math.abs);
      const at = start + values.indexOf(Math.max(...values));
      const more = weights.with(at, (weights[at] ?? 0) + step);
      const less = weights.with(at, (weights[at] ?? 0) - step);
      const slope = ((await lossOf(more)) - (await lossOf(less))) / (2 * step);
      const error = Math.abs(slope - (gradient[at] ?? 0)) / (Math.abs(slope) + 1e-3);
      expect({ name, isRight: error < 0.03, slope, gradient: gradient[at] }).toMatchObject({ isRight: true });
    }
    await session.close();
  });

  it('moves every weight against its gradient by the rate, as the first step of Adam does', async () => {
    const session = await Session.open(TrainingStep.encode(hidden, { reportsGradient: true }));
    const outputs = await session.run(inputs(weights));
    const gradient = outputs.floats('gradient').data;
    const moved = outputs.floats('newWeights').data;
    const wrong = Array.from(gradient, (slope, i) => {
      const way = (moved[i] ?? 0) - (weights[i] ?? 0);
      return Math.abs(slope) > 1e-5 && Math.abs(way + 0.01 * Math.sign(slope)) > 1e-4;
    }).filter(Boolean);
    expect(wrong).toEqual([]);
    await session.close();
  });
});
