import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cut } from '../../../models/cut.ts';
import type { Picture } from '../../../models/image.ts';
import { Frame } from '../../../services/vision/frames.ts';
import { readPhoto } from '../../../services/vision/photos/photo.ts';

/** The package that carries weights of the built-in pack carries photos of people as well. */
const photo = join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo/sample1.jpg');
const width = 1280;
const height = 720;
/** Of the frame's height that the photo takes: its people stand some metres away. */
const share = 0.62;

/** A camera's frame of 1280 × 720, in YUV, with three people in it; null when there is no photo. */
export async function peopleFrame(): Promise<Picture | null> {
  if (!existsSync(photo)) return null;
  const image = await readPhoto(readFileSync(photo));
  const scale = image.height / (share * height);
  const box = {
    x: (image.width - width * scale) / 2,
    y: (image.height - height * scale) / 2,
    width: width * scale,
    height: height * scale,
  };
  return Frame.fromImage(0, cut(image, box, { width, height }));
}
