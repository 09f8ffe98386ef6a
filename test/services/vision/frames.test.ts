import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { Frame, rgbOf } from '../../../services/vision/frames.ts';

/** A picture of one colour. */
function plain(size: { width: number; height: number }, yuv: readonly [number, number, number]): Frame {
  const { width, height } = size;
  const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
  const bytes = new Uint8Array(width * height + 2 * chroma);
  bytes.fill(yuv[0], 0, width * height);
  bytes.fill(yuv[1], width * height, width * height + chroma);
  bytes.fill(yuv[2], width * height + chroma);
  return new Frame(0, { width, height, bytes });
}

const small = { width: 6, height: 4 };
const large = { width: 2, height: 720 };

describe('rgbOf', () => {
  // The primaries in limited range, by the tables of ITU-R BT.601-7 and BT.709-6.
  it.each([
    [small, [16, 128, 128], [0, 0, 0]],
    [small, [235, 128, 128], [255, 255, 255]],
    [small, [81, 90, 240], [255, 0, 0]],
    [small, [145, 54, 34], [0, 255, 0]],
    [small, [41, 240, 110], [0, 0, 255]],
    [large, [63, 102, 240], [255, 0, 0]],
    [large, [173, 42, 26], [0, 255, 0]],
    [large, [32, 240, 118], [0, 0, 255]],
  ] as const)('turns %o %o into %o', (size, yuv, rgb) => {
    const { data } = rgbOf(plain(size, yuv));
    for (const [channel, value] of rgb.entries())
      expect(Math.abs((data[data.length - 3 + channel] ?? -1) - value)).toBeLessThanOrEqual(2);
  });

  it('clamps what lies outside of the range', () => {
    expect([...rgbOf(plain(small, [255, 255, 255])).data.subarray(0, 3)]).toEqual([255, 125, 255]);
  });
});

describe('Frame', () => {
  it('comes back from an image nearly unchanged', () => {
    const image = {
      width: 2,
      height: 2,
      data: Uint8Array.from(Array.from({ length: 4 }, () => [200, 120, 40]).flat()),
    };
    const frame = Frame.fromImage(7, image);
    const again = rgbOf(frame).data;
    expect(frame.atMs).toBe(7);
    expect(again.every((value, at) => Math.abs(value - (image.data[at] ?? 0)) <= 3)).toBe(true);
  });

  it('is a JPEG of its size', async () => {
    const { format, width, height } = await sharp(await plain(small, [120, 128, 128]).jpeg()).metadata();
    expect({ format, width, height }).toEqual({ format: 'jpeg', ...small });
  });
});
