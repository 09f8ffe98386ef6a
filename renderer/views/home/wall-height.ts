import type { Size } from '../../parts/element-size.ts';

interface HomeMeasures {
  readonly viewport: Size;
  /** Beneath the header: what wall and devices share where nothing scrolls. */
  readonly bodyHeight: number;
  /** What the devices would like to have. */
  readonly devicesHeight: number;
}

/** Between the wall and the devices. */
const gap = 20;
/** Devices scroll rather than take more than this of what they share with the wall. */
const mostForDevices = 0.36;

/**
 * How high the wall may be, in pixels. On a screen across that is large enough, wall and devices fill it together; on a small
 * one the wall fills what is seen without scrolling; upright, half of it; on a phone it is as long as its cameras want.
 */
export function wallHeight({ viewport, bodyHeight, devicesHeight }: HomeMeasures): number {
  const { width, height } = viewport;
  const across = width >= height;
  if (across && width >= 1024 && height >= 592)
    return Math.max(0, bodyHeight - Math.min(devicesHeight, bodyHeight * mostForDevices) - gap);
  if (across && width >= 768) return Math.max(200, height - 124);
  return width >= 640 ? height * 0.5 : width * 3;
}
