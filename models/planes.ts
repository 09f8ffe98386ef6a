import type { RgbImage } from './image.ts';
import type { FloatTensor } from './session.ts';

export interface PlaneOptions {
  readonly order: 'rgb' | 'bgr';
  /** What is taken off each channel, in the order red, green, blue. Nothing when absent. */
  readonly mean?: readonly [number, number, number];
  /** What each channel is divided by, in the order red, green, blue. 1 when absent. */
  readonly deviation?: readonly [number, number, number];
}

/** Pictures of the same size as networks take them: float [n, 3, height, width], each value (v - mean) / deviation. */
export function toPlanes(images: readonly RgbImage[], options: PlaneOptions): FloatTensor {
  const { width = 0, height = 0 } = images[0] ?? {};
  const area = width * height;
  const data = new Float32Array(images.length * 3 * area);
  for (const [index, image] of images.entries()) {
    for (let channel = 0; channel < 3; channel += 1) {
      const place = options.order === 'rgb' ? channel : 2 - channel;
      const target = data.subarray((index * 3 + place) * area, (index * 3 + place + 1) * area);
      fillPlane(target, image.data.subarray(channel), {
        mean: options.mean?.[channel] ?? 0,
        deviation: options.deviation?.[channel] ?? 1,
      });
    }
  }
  return { data, shape: [images.length, 3, height, width] };
}

function fillPlane(
  target: Float32Array,
  source: Uint8Array,
  { mean, deviation }: { mean: number; deviation: number },
): void {
  const scale = 1 / deviation;
  for (let i = 0; i < target.length; i += 1) target[i] = ((source[i * 3] ?? 0) - mean) * scale;
}

/** The picture with left and right exchanged. */
export function mirrored({ width, height, data }: RgbImage): RgbImage {
  const flipped = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 3;
      const to = (y * width + width - 1 - x) * 3;
      flipped[to] = data[from] ?? 0;
      flipped[to + 1] = data[from + 1] ?? 0;
      flipped[to + 2] = data[from + 2] ?? 0;
    }
  }
  return { width, height, data: flipped };
}
