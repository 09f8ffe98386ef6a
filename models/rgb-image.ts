import type { RgbImage, YuvImage } from './image.ts';
import { ImageWorkspace } from './image-workspace.ts';
import { PictureRows } from './picture-rows.ts';

/** Rows that are converted at a time: their bytes stay in the processor's cache. */
const STRIP = 32;

/** The whole of a camera's picture as RGB. */
export function rgbImage(picture: YuvImage): RgbImage {
  const { width, height } = picture;
  const data = new Uint8Array(width * height * 3);
  const workspace = ImageWorkspace.begin();
  const strip = new PictureRows(workspace, picture, { x: 0, end: width, rows: STRIP });
  for (let y = 0; y < height; y += STRIP) {
    const rows = Math.min(STRIP, height - y);
    data.set(workspace.bytes(strip.lay(y, rows), rows * strip.stride), y * strip.stride);
  }
  return { width, height, data };
}
