import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** An 8-bit greyscale bitmap with a palette, as CDnet's ROI.bmp is. */
export function bitmapOf(width: number, height: number, value: (x: number, y: number) => number): Uint8Array {
  const stride = Math.ceil(width / 4) * 4;
  const start = 54 + 1024;
  const bytes = Buffer.alloc(start + stride * height);
  bytes.write('BM', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(start, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(8, 28);
  for (let i = 0; i < 256; i++) bytes.fill(i, 54 + 4 * i, 54 + 4 * i + 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) bytes[start + (height - 1 - y) * stride + x] = value(x, y);
  return bytes;
}

export async function writePicture(
  file: string,
  size: { readonly width: number; readonly height: number },
  value: (x: number, y: number) => number,
): Promise<void> {
  const { width, height } = size;
  const data = Uint8Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width)));
  await sharp(data, { raw: { width, height, channels: 1 } }).toFile(file);
}

/** The moving square's left edge in frame `number`, or null before it comes. */
export function squareAt(number: number): number | null {
  return number < 11 ? null : 10 + (number - 11) * 6;
}

/** Writes a sequence of 20 frames, 160×90, in CDnet's layout: from frame 11 on a square of 24×24 moves over a plain floor. */
export async function writeSequence(folder: string): Promise<void> {
  const size = { width: 160, height: 90 };
  await mkdir(join(folder, 'input'), { recursive: true });
  await mkdir(join(folder, 'groundtruth'), { recursive: true });
  await writeFile(join(folder, 'temporalROI.txt'), '6 20\n');
  for (let number = 1; number <= 20; number++) {
    const left = squareAt(number);
    const inside = (x: number, y: number) => left !== null && x >= left && x < left + 24 && y >= 30 && y < 54;
    const name = String(number).padStart(6, '0');
    await writePicture(join(folder, 'input', `in${name}.png`), size, (x, y) => (inside(x, y) ? 220 : 90));
    await writePicture(join(folder, 'groundtruth', `gt${name}.png`), size, (x, y) =>
      inside(x, y) ? 255 : 0,
    );
  }
}
