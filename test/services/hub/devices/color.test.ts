import { describe, expect, it } from 'vitest';
import { colorName, hueOf, rgbOf, rgbOfHue, rgbOfXy, xyOf } from '../../../../services/hub/devices/color.ts';

describe('Colors', () => {
  it('come back from hue and saturation', () => {
    for (const color of ['red', 'yellow', 'lime', 'cyan', 'blue', 'magenta', 'orange', 'white']) {
      const rgb = rgbOf(color) ?? [0, 0, 0];
      expect(colorName(rgbOfHue(...hueOf(rgb)))).toBe(color);
    }
  });

  it('come back from x and y', () => {
    for (const color of ['red', 'yellow', 'lime', 'cyan', 'blue', 'magenta', 'white']) {
      const rgb = rgbOf(color) ?? [0, 0, 0];
      expect(colorName(rgbOfXy(...xyOf(rgb)))).toBe(color);
    }
    expect(xyOf([255, 0, 0])).toEqual([0.6401, 0.33]);
  });

  it('that nobody knows have no value', () => {
    expect([rgbOf('ultraviolet'), rgbOf('constructor')]).toEqual([undefined, undefined]);
  });
});
