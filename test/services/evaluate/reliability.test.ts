import { describe, expect, it } from 'vitest';
import { type Prediction, reliabilityOf } from '../../../services/evaluate/reliability.ts';

const told = (probability: number, isSo: boolean, weight = 1): Prediction => ({ probability, isSo, weight });

describe('reliabilityOf', () => {
  it('is 0 for certainties that come true, and 1 for those that do not', () => {
    expect(reliabilityOf([told(1, true), told(0, false)])).toEqual({ brier: 0, calibrationError: 0 });
    expect(reliabilityOf([told(1, false), told(0, true)])).toEqual({ brier: 1, calibrationError: 1 });
  });

  it('finds no fault with three of four that were told with 0.75', () => {
    const three = [told(0.75, true), told(0.75, true), told(0.75, true), told(0.75, false)];
    expect(reliabilityOf(three)).toEqual({ brier: 0.1875, calibrationError: 0 });
    expect(reliabilityOf(three.map((each) => ({ ...each, isSo: true }))).calibrationError).toBe(0.25);
  });

  it('weighs', () => {
    expect(reliabilityOf([told(0.95, true, 19), told(0.95, false, 1)]).calibrationError).toBeCloseTo(0);
  });
});
