import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { rgbImage } from '../../../models/rgb-image.ts';
import { Frame } from '../../../services/vision/frames.ts';

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

describe('Frame', () => {
  it('comes back from an image nearly unchanged', () => {
    const image = {
      width: 2,
      height: 2,
      data: Uint8Array.from(Array.from({ length: 4 }, () => [200, 120, 40]).flat()),
    };
    const frame = Frame.fromImage(7, image);
    const again = rgbImage(frame).data;
    expect(frame.atMs).toBe(7);
    expect(again.every((value, at) => Math.abs(value - (image.data[at] ?? 0)) <= 3)).toBe(true);
  });

  it('is a JPEG of its size', async () => {
    const { format, width, height } = await sharp(await plain(small, [120, 128, 128]).jpeg()).metadata();
    expect({ format, width, height }).toEqual({ format: 'jpeg', ...small });
  });
});
