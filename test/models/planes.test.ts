import { describe, expect, it } from 'vitest';
import { mirrored, toPlanes } from '../../models/planes.ts';

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
