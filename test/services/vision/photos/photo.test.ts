import { spawnSync } from 'node:child_process';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { RgbImage } from '../../../../models/image.ts';
import { readPhoto } from '../../../../services/vision/photos/photo.ts';
import { canMakeHeic, makeHeic } from './heic-maker.ts';

const red = { r: 220, g: 20, b: 20 };
const blue = { r: 20, g: 20, b: 220 };

/** Left half red, right half blue. */
async function halves(width: number, height: number): Promise<Buffer> {
  const right = await sharp({ create: { width: width / 2, height, channels: 3, background: blue } })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: red } })
    .composite([{ input: right, left: width / 2, top: 0 }])
    .png()
    .toBuffer();
}

/** `red`, `blue` or `other` at a place of the picture. */
function colourAt({ width, data }: RgbImage, x: number, y: number): string {
  const [r = 0, , b = 0] = data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3);
  if (r > 150 && b < 80) return 'red';
  return b > 150 && r < 80 ? 'blue' : 'other';
}

/** A PNG that claims a size, with next to nothing in it. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), content]);
    const numbers = Buffer.alloc(8);
    numbers.writeUInt32BE(content.length, 0);
    numbers.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(9)))]);
}

describe('readPhoto', () => {
  it('turns a photo the way its camera was held', async () => {
    const lying = sharp(await halves(80, 40)).withMetadata({ orientation: 6 });
    const photo = await readPhoto(await lying.jpeg().toBuffer());
    expect({ width: photo.width, height: photo.height }).toEqual({ width: 40, height: 80 });
    expect([colourAt(photo, 20, 5), colourAt(photo, 20, 75)]).toEqual(['red', 'blue']);
  });

  it('reads PNG with transparency on white, WebP, and grey', async () => {
    const clear = { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
    const white = await readPhoto(await sharp({ create: clear }).png().toBuffer());
    expect([...white.data.subarray(0, 3)]).toEqual([255, 255, 255]);
    const webp = await readPhoto(
      await sharp(await halves(80, 40))
        .webp()
        .toBuffer(),
    );
    expect([colourAt(webp, 5, 20), colourAt(webp, 75, 20)]).toEqual(['red', 'blue']);
    const grey = await readPhoto(
      await sharp(await halves(80, 40))
        .greyscale()
        .png()
        .toBuffer(),
    );
    expect(grey.data.length).toBe(80 * 40 * 3);
  });

  it('shrinks a huge photo', async () => {
    const create = { width: 6000, height: 3000, channels: 3, background: red } as const;
    const photo = await readPhoto(await sharp({ create }).jpeg().toBuffer());
    expect({ width: photo.width, height: photo.height }).toEqual({ width: 4096, height: 2048 });
  });

  it('says what is wrong with a file that is no photo, cut off, empty or too large', async () => {
    const whole = await sharp(await halves(800, 400))
      .png()
      .toBuffer();
    const bomb = pngOf(20_000, 20_000);
    const troubles = await Promise.all(
      [Buffer.from('hello'), whole.subarray(0, whole.length / 2), Buffer.alloc(0), bomb].map((bytes) =>
        readPhoto(bytes).then(
          () => 'read',
          (error: unknown) => (error instanceof Error ? error.message : ''),
        ),
      ),
    );
    expect(troubles).toEqual([
      'The file is not a picture that Lares can read.',
      'The photo is damaged or cut off.',
      'The photo is empty.',
      'The photo has too many pixels.',
    ]);
  });
});

describe.skipIf(!canMakeHeic())('readPhoto of HEIC (its tests need an ffmpeg with libx265)', () => {
  const plain = (background: typeof red): Promise<RgbImage> =>
    sharp({ create: { width: 64, height: 64, channels: 3, background } })
      .raw()
      .toBuffer()
      .then((data) => ({ width: 64, height: 64, data }));

  it('puts the tiles together, cuts them to size and turns the picture', async () => {
    const tiles = [await plain(red), await plain(blue)];
    const photo = await readPhoto(makeHeic(tiles, { width: 100, height: 50, quarters: 0 }));
    expect({ width: photo.width, height: photo.height }).toEqual({ width: 100, height: 50 });
    expect([colourAt(photo, 5, 25), colourAt(photo, 95, 25)]).toEqual(['red', 'blue']);
    const turned = await readPhoto(makeHeic(tiles, { width: 100, height: 50, quarters: 1 }));
    expect({ width: turned.width, height: turned.height }).toEqual({ width: 50, height: 100 });
    expect([colourAt(turned, 25, 5), colourAt(turned, 25, 95)]).toEqual(['blue', 'red']);
  });

  it('says that a file is damaged wherever it ends', async () => {
    const whole = makeHeic([await plain(red), await plain(blue)], { width: 100, height: 50, quarters: 0 });
    for (const share of [0.1, 0.5, 0.9]) {
      await expect(readPhoto(whole.subarray(0, whole.length * share))).rejects.toMatchObject({
        code: 'bad_photo',
      });
    }
    expect(spawnSync('pgrep', ['-P', String(process.pid), 'ffmpeg']).stdout.toString()).toBe('');
  });
});
