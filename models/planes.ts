import type { RgbImage } from './image.ts';
import { ImageWorkspace } from './image-workspace.ts';
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
  const workspace = ImageWorkspace.begin();
  const pixels = workspace.take(3 * area);
  const plane = workspace.take(4 * area);
  for (const [index, image] of images.entries()) {
    workspace.bytes(pixels, 3 * area).set(image.data);
    for (let place = 0; place < 3; place += 1) {
      const channel = options.order === 'rgb' ? place : 2 - place;
      const mean = options.mean?.[channel] ?? 0;
      const scale = 1 / (options.deviation?.[channel] ?? 1);
      workspace.kernels.toPlane(pixels + channel, area, mean, scale, plane);
      data.set(workspace.floats(plane, area), (3 * index + place) * area);
    }
  }
  return { data, shape: [images.length, 3, height, width] };
}

/** The picture with left and right exchanged. */
export function mirrored({ width, height, data }: RgbImage): RgbImage {
  const workspace = ImageWorkspace.begin();
  const pixels = workspace.take(data.length);
  const target = workspace.take(data.length);
  workspace.bytes(pixels, data.length).set(data);
  workspace.kernels.mirror(pixels, width, height, target);
  return { width, height, data: workspace.bytes(target, data.length).slice() };
}
