import { describe, expect, it } from 'vitest';
import { Daylight } from '../../../../services/vision/motion/motion-daylight.ts';

describe('Daylight', () => {
  it('notices a switch once, after two frames that agree, and none in what is neither', () => {
    const daylight = new Daylight();
    const colours = [9, 9, 0.2, 9, 0.2, 0.2, 0.2, 1.5, 1.5, 3, 3, 3];
    expect(colours.map((colour) => daylight.hasSwitched(colour))).toEqual(
      colours.map((_, i) => i === 5 || i === 10),
    );
  });

  it('does not take the first frames for a switch', () => {
    const daylight = new Daylight();
    expect([1, 1, 0.1, 0.1, 0.1].map((colour) => daylight.hasSwitched(colour))).not.toContain(true);
  });
});
