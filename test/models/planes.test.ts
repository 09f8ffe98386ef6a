import { describe, expect, it } from 'vitest';
import { mirrored, toPlanes } from '../../models/planes.ts';
import { noise } from './plain-pictures.ts';

const image = { width: 2, height: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

describe('toPlanes', () => {
  it('separates the colours, in either order', () => {
    expect(toPlanes([image], { order: 'rgb' })).toEqual({
      data: Float32Array.of(1, 4, 2, 5, 3, 6),
      shape: [1, 3, 1, 2],
    });
    expect(toPlanes([image], { order: 'bgr' }).data).toEqual(Float32Array.of(3, 6, 2, 5, 1, 4));
  });

  it('takes off the mean of each colour and divides by its deviation', () => {
    const { data } = toPlanes([image], { order: 'bgr', mean: [1, 2, 3], deviation: [1, 3, 6] });
    expect(data).toEqual(Float32Array.of(0, 0.5, 0, 1, 0, 3));
  });

  it('takes several pictures at once', () => {
    expect(toPlanes([image, mirrored(image)], { order: 'rgb' })).toEqual({
      data: Float32Array.of(1, 4, 2, 5, 3, 6, 4, 1, 5, 2, 6, 3),
      shape: [2, 3, 1, 2],
    });
  });
});

describe('pictures of any size', () => {
  it.each([
    [1, 1],
    [5, 3],
    [16, 16],
    [33, 7],
    [150, 150],
  ])('of %d × %d become planes, mirrored or not', (width, height) => {
    const pictures = [noise(width, height, 1), mirrored(noise(width, height, 1))];
    const mean = [120, 110, 100] as const;
    const deviation = [58.395, 57.12, 57.375] as const;
    const { data } = toPlanes(pictures, { order: 'bgr', mean, deviation });
    const area = width * height;
    const wanted = data.map((_, at) => {
      const channel = 2 - (Math.floor(at / area) % 3);
      const column = at % width;
      const pixel = (at % area) - column + (at < 3 * area ? column : width - 1 - column);
      const value = pictures[0]?.data[3 * pixel + channel] ?? Number.NaN;
      return (value - (mean[channel] ?? 0)) / (deviation[channel] ?? 1);
    });
    expect(data.every((value, at) => Math.abs(value - (wanted[at] ?? NaN)) < 1e-5)).toBe(true);
  });
});
