import { describe, expect, it } from 'vitest';
import { Frame } from '../../../../services/vision/frames.ts';
import { PrivacyMask } from '../../../../services/vision/zones/privacy-mask.ts';
import { zoneOf } from './zone-samples.ts';

/** A bright red frame. */
function red(width: number, height: number): Frame {
  const luma = width * height;
  const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
  const bytes = new Uint8Array(luma + 2 * chroma);
  bytes.fill(81, 0, luma);
  bytes.fill(90, luma, luma + chroma);
  bytes.fill(240, luma + chroma);
  return new Frame(0, { width, height, bytes });
}

function rowsOf(plane: Uint8Array, width: number): number[][] {
  return Array.from({ length: plane.length / width }, (_, row) => [
    ...plane.subarray(row * width, (row + 1) * width),
  ]);
}

describe('PrivacyMask', () => {
  it('blackens every pixel that a zone touches, and the colour of every square that holds one', () => {
    const frame = red(6, 4);
    // From the middle of the second pixel to the middle of the fourth, from within the second row to within the third.
    new PrivacyMask([
      zoneOf('privacy', { left: 1.5 / 6, top: 1.2 / 4, right: 3.5 / 6, bottom: 2.2 / 4 }),
    ]).apply(frame);
    expect(rowsOf(frame.y, 6)).toEqual([
      [81, 81, 81, 81, 81, 81],
      [81, 16, 16, 16, 81, 81],
      [81, 16, 16, 16, 81, 81],
      [81, 81, 81, 81, 81, 81],
    ]);
    expect(rowsOf(frame.u, 3)).toEqual([
      [128, 128, 90],
      [128, 128, 90],
    ]);
    expect(rowsOf(frame.v, 3)).toEqual([
      [128, 128, 240],
      [128, 128, 240],
    ]);
  });

  it('covers a corner that points into a row', () => {
    const frame = red(5, 2);
    const spike = {
      ...zoneOf('privacy', { left: 0, top: 0, right: 1, bottom: 1 }),
      polygon: [
        { x: 0, y: 0.9 },
        { x: 0.5, y: 0.1 },
        { x: 0.5, y: 0.95 },
      ],
    };
    new PrivacyMask([spike]).apply(frame);
    expect(rowsOf(frame.y, 5)).toEqual([
      [81, 16, 16, 81, 81],
      [16, 16, 16, 81, 81],
    ]);
  });

  it('hides what lies in the zone from the JPEG and the picture for the networks', async () => {
    const frame = red(64, 48);
    new PrivacyMask([zoneOf('privacy', { left: 0, top: 0, right: 0.5, bottom: 1 })]).apply(frame);
    const { data } = frame.image;
    expect([...data.subarray(0, 3)]).toEqual([0, 0, 0]);
    expect([...data.subarray(31 * 3, 32 * 3)]).toEqual([0, 0, 0]);
    expect(data[32 * 3]).toBeGreaterThan(200);
    expect((await frame.jpeg()).length).toBeGreaterThan(100);
  });

  it('serves frames of another size, also of an odd one, and leaves a frame alone without a privacy zone', () => {
    const whole = new PrivacyMask([zoneOf('privacy', { left: 0, top: 0, right: 1, bottom: 1 })]);
    for (const [width, height] of [
      [7, 5],
      [16, 9],
    ] as const) {
      const frame = red(width, height);
      whole.apply(frame);
      expect(new Set(frame.y)).toEqual(new Set([16]));
      expect(new Set(frame.u)).toEqual(new Set([128]));
      expect(new Set(frame.v)).toEqual(new Set([128]));
    }
    const frame = red(7, 5);
    const none = new PrivacyMask([zoneOf('ignore', { left: 0, top: 0, right: 1, bottom: 1 })]);
    none.apply(frame);
    expect(none.hides).toBe(false);
    expect(new Set(frame.y)).toEqual(new Set([81]));
  });
});
