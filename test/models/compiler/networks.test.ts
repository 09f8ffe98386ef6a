import { beforeAll, describe, expect, it } from 'vitest';
import { toPlanes } from '../../../models/planes.ts';
import { findNetwork } from '../../../models/packs.ts';
import { type FloatTensor, Session } from '../../../models/session.ts';
import type { NetworkRole } from '../../../models/catalogue.ts';
import { compiledPack, everyNth, gradient } from '../compiled-pack.ts';

// The numbers were taken when the compiled networks agreed with TensorFlow.js on photographs.
const golden: readonly {
  role: NetworkRole;
  size: [number, number];
  output: string;
  step: number;
  values: number[];
  shape: number[];
}[] = [
  {
    role: 'face-detector',
    size: [192, 128],
    output: 'Identity',
    shape: [1, 192, 1],
    step: 24,
    values: [-13.5386, -19.91735, -4.723702, -6.24639, -2.918815, -3.534539, -3.337426, -2.795742],
  },
  {
    role: 'face-detector',
    size: [192, 128],
    output: 'Identity_3',
    shape: [1, 144, 16],
    step: 288,
    values: [15.55218, 18.47479, 5.600701, 3.039287, -6.56816, -4.780256, -0.6187114, 3.359341],
  },
  {
    role: 'face-landmarks',
    size: [112, 112],
    output: 'points',
    shape: [1, 136],
    step: 17,
    values: [0.3453449, 0.5354202, 0.4379548, 0.455978, 0.5960336, 0.5348766, 0.6291045, 0.471204],
  },
  {
    role: 'face-embedder',
    size: [150, 150],
    output: 'descriptor',
    shape: [1, 128],
    step: 16,
    values: [-0.062695, -0.1442923, -0.1276122, 0.04558718, 0.2008661, -0.118633, -0.07923692, 0.2513451],
  },
  {
    role: 'object-detector',
    size: [96, 64],
    output: 'keypoints',
    shape: [1, 80, 16, 24],
    step: 3840,
    values: [
      0.02536851, 0.005052537, 0.01248994, 0.008440912, 0.00562188, 0.004654258, 0.01129809, 0.002649963,
    ],
  },
  {
    role: 'object-detector',
    size: [96, 64],
    output: 'wh',
    shape: [1, 4, 16, 24],
    step: 192,
    values: [1.328359, 0.2510309, 2.774047, 25.15093, 5.089688, 3.821739, 6.370324, 24.55594],
  },
];

/** BlazeFace was trained on colours from -1 to 1. */
const half = [127.5, 127.5, 127.5] as const;

describe('the compiled networks', () => {
  let models = '';
  beforeAll(async () => {
    models = await compiledPack();
  }, 120_000);

  it.each(golden)('$role gives $output as it did', async ({ role, size, output, step, values, shape }) => {
    const session = await Session.open((await findNetwork(models, role)).path);
    const colours =
      role === 'face-detector'
        ? ({ order: 'rgb', mean: half, deviation: half } as const)
        : ({ order: 'rgb' } as const);
    const result: FloatTensor = (await session.run({ input: toPlanes([gradient(...size)], colours) })).floats(
      output,
    );
    expect(result.shape).toEqual(shape);
    const found = everyNth(result.data, step);
    expect(
      found.map((value, i) => Math.abs(value - (values[i] ?? NaN)) < 1e-4 * Math.max(1, Math.abs(value))),
    ).toEqual(values.map(() => true));
  });
});
