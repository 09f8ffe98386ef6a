import { describe, expect, it } from 'vitest';
import {
  evidenceOf,
  isSamePicture,
  probabilityFrom,
  probabilityOf,
} from '../../../services/gallery/calibration.ts';

const models = ['dlib-resnet-68-two-scales', 'mobilefacenet-68-two-scales', 'another'];

describe('evidenceOf', () => {
  it('rises with the score, to a limit', () => {
    for (const model of models) {
      const all = [0, 0.3, 0.6, 0.9, 0.96, 1].map((score) => evidenceOf(score, model));
      expect(all.toSorted((a, b) => a - b)).toEqual(all);
      expect(evidenceOf(-10, model)).toBe(-30);
      expect(evidenceOf(10, model)).toBe(30);
    }
  });

  it('takes more from centres, which are alike to everybody', () => {
    const [model = ''] = models;
    const single = evidenceOf(0.94, model);
    const centre = evidenceOf(0.94, model, { enrolled: 3 });
    expect(centre).toBeLessThan(single);
    expect(evidenceOf(0.94, model, { enrolled: 3, seen: 3 })).toBeLessThan(centre);
  });
});

describe('probabilityOf', () => {
  it('is even without evidence and near certain of equals', () => {
    for (const model of models) {
      expect(probabilityOf(1, model)).toBeGreaterThan(0.99);
      expect(probabilityOf(0, model)).toBeLessThan(0.01);
    }
    expect(probabilityFrom(0, 1)).toBe(0.5);
    expect(probabilityFrom(Math.log(19), 19)).toBeCloseTo(0.5);
    expect(probabilityFrom(Math.log(30), 3)).toBeCloseTo(10 / 11);
  });
});

it('isSamePicture knows a picture that is there already', () => {
  expect(models.map((model) => isSamePicture(1, model))).toEqual([true, true, true]);
  expect(models.map((model) => isSamePicture(0.85, model))).toEqual([false, false, false]);
});
