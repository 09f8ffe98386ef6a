import { describe, expect, it } from 'vitest';
import { LightSense } from '../../../../services/vision/zones/light-sense.ts';
import { PrivacyMask } from '../../../../services/vision/zones/privacy-mask.ts';
import { zoneOf } from './zone-samples.ts';

const [width, height] = [320, 180];

/** A picture of one tint with noise of the coding, and a colourful patch that covers a share of it. */
function picture({ tint = 128, patch = 0 } = {}) {
  const chroma = (width / 2) * (height / 2);
  const u = Uint8Array.from({ length: chroma }, (_, at) => tint + ((at * 7) % 5) - 2);
  const v = Uint8Array.from({ length: chroma }, (_, at) => 256 - tint + ((at * 11) % 5) - 2);
  const side = Math.sqrt(patch);
  for (let row = 0; row < (side * height) / 2; row += 1) {
    u.fill(90, row * (width / 2), (row + side) * (width / 2));
    v.fill(170, row * (width / 2), (row + side) * (width / 2));
  }
  return { width, height, y: new Uint8Array(width * height).fill(100), u, v };
}

function lights(sense: LightSense, frame: ReturnType<typeof picture>, times: number): string[] {
  return Array.from({ length: times }, () => sense.see(frame));
}

describe('LightSense', () => {
  it('takes a picture without colours for night, also one of a single tint', () => {
    expect(new LightSense().see(picture())).toBe('night');
    expect(new LightSense().see(picture({ tint: 150 }))).toBe('night');
  });

  it('takes a picture with something colourful in it for day', () => {
    expect(new LightSense().see(picture({ patch: 0.02 }))).toBe('day');
    expect(new LightSense().see(picture({ patch: 0.6 }))).toBe('day');
  });

  it('believes in another light when five frames agree, and not while colours come and go', () => {
    const sense = new LightSense();
    const [day, night] = [picture({ patch: 0.1 }), picture()];
    expect(lights(sense, day, 2)).toEqual(['day', 'day']);
    expect(lights(sense, night, 6)).toEqual(['day', 'day', 'day', 'day', 'night', 'night']);
    expect(lights(sense, day, 4)).toEqual(['night', 'night', 'night', 'night']);
    expect(lights(sense, night, 1)).toEqual(['night']);
    expect(lights(sense, day, 5)).toEqual(['night', 'night', 'night', 'night', 'day']);
  });

  it('stays with what it was when there is little colour', () => {
    const sense = new LightSense();
    lights(sense, picture(), 1);
    expect(lights(sense, picture({ patch: 0.004 }), 9).at(-1)).toBe('night');
    lights(sense, picture({ patch: 0.1 }), 9);
    expect(lights(sense, picture({ patch: 0.004 }), 9).at(-1)).toBe('day');
  });

  it('is not misled by what is blackened in a tinted picture', () => {
    const frame = picture({ tint: 150 });
    new PrivacyMask([zoneOf('privacy', { left: 0, top: 0, right: 0.3, bottom: 0.5 })]).apply(frame);
    expect(new LightSense().see(frame)).toBe('night');
  });
});
