import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RgbImage } from '../../../../models/image.ts';
import { Trouble } from '../../../../services/contract/trouble.ts';
import { readPhoto } from '../../../../services/vision/photos/photo.ts';

const colours = {
  red: [210, 30, 30],
  green: [30, 160, 40],
  blue: [30, 40, 200],
  white: [240, 240, 240],
} as const;

/** Red, green over blue, white; wider than high. */
function quarters(): Sharp {
  const data = Buffer.alloc(80 * 40 * 3);
  for (let y = 0; y < 40; y += 1) {
    for (let x = 0; x < 80; x += 1) {
      const top = y < 20;
      const colour = x < 40 ? (top ? colours.red : colours.blue) : top ? colours.green : colours.white;
      data.set(colour, (y * 80 + x) * 3);
    }
  }
  return sharp(data, { raw: { width: 80, height: 40, channels: 3 } });
}

/** The names of the colours in the four quarters, row by row. */
function seen({ width, height, data }: RgbImage): readonly string[] {
  return [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map((across) => {
      const at = (Math.floor(down * height) * width + Math.floor(across * width)) * 3;
      const here = data.subarray(at, at + 3);
      const far = (colour: readonly number[]): number =>
        colour.reduce((sum, value, i) => sum + Math.abs(value - (here[i] ?? 0)), 0);
      const near = Object.entries(colours).find(([, colour]) => far(colour) < 100);
      return near?.[0] ?? [...here].join(' ');
    }),
  );
}

const upright = ['red', 'green', 'blue', 'white'];

async function complaint(bytes: Uint8Array): Promise<string> {
  try {
    await readPhoto(bytes);
    return 'read';
  } catch (error) {
    return error instanceof Trouble ? `${error.code}: ${error.message}` : 'no trouble of ours';
  }
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

describe('unusual photos', () => {
  it('are turned upright from each of the eight ways a camera is held', async () => {
    // What must be done to an upright picture so that it lies as the note says (Exif 2.32, tag Orientation).
    const laid: Readonly<Record<number, (picture: Sharp) => Sharp>> = {
      1: (picture) => picture,
      2: (picture) => picture.flop(),
      3: (picture) => picture.rotate(180),
      4: (picture) => picture.flip(),
      5: (picture) => picture.rotate(270).flop(),
      6: (picture) => picture.rotate(270),
      7: (picture) => picture.rotate(90).flop(),
      8: (picture) => picture.rotate(90),
    };
    for (const [note, lay] of Object.entries(laid)) {
      const lying = await lay(sharp(await quarters().png().toBuffer()))
        .png()
        .toBuffer();
      const photo = await readPhoto(
        await sharp(lying)
          .withMetadata({ orientation: Number(note) })
          .jpeg({ quality: 95 })
          .toBuffer(),
      );
      expect({ note, size: [photo.width, photo.height], seen: seen(photo) }).toEqual({
        note,
        size: [80, 40],
        seen: upright,
      });
    }
  });

  it('have their colours, whatever they are coded in', async () => {
    const coded = {
      png: quarters().png(),
      'png of 16 bits': quarters().toColourspace('rgb16').png(),
      'png with alpha': quarters().ensureAlpha(0.999).png(),
      'png of a palette': quarters().png({ palette: true }),
      webp: quarters().webp({ quality: 95 }),
      'jpeg in CMYK': quarters().toColourspace('cmyk').jpeg({ quality: 95 }),
      avif: quarters().avif({ quality: 90 }),
      tiff: quarters().tiff(),
      gif: quarters().gif(),
    };
    for (const [name, picture] of Object.entries(coded)) {
      const photo = await readPhoto(await picture.toBuffer());
      expect({ name, bytes: photo.data.length, seen: seen(photo) }).toEqual({
        name,
        bytes: 80 * 40 * 3,
        seen: upright,
      });
    }
  });

  it('show their first picture when they move', async () => {
    const still = await quarters().png().toBuffer();
    const turned = await sharp(still).rotate(180).png().toBuffer();
    const moving = sharp([still, turned], { join: { animated: true } });
    for (const bytes of [
      await moving.clone().gif().toBuffer(),
      await moving.webp({ lossless: true }).toBuffer(),
    ]) {
      const photo = await readPhoto(bytes);
      expect([photo.width, photo.height, ...seen(photo)]).toEqual([80, 40, ...upright]);
    }
  });
});

describe('files that are no photo', () => {
  it('are told apart, each with a sentence', async () => {
    const jpeg = await quarters().resize(800, 400).jpeg().toBuffer();
    const files = {
      empty: Buffer.alloc(0),
      pdf: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj'),
      video: Buffer.from('\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2'),
      archive: Buffer.from('PK\u0003\u0004\u0014\0'),
      drawing: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
      ),
      text: Buffer.from('hello'),
      'cut off': jpeg.subarray(0, jpeg.length * 0.6),
      'only the beginning': jpeg.subarray(0, 20),
      damaged: Buffer.concat([jpeg.subarray(0, 200), Buffer.alloc(400, 7), jpeg.subarray(600, 1200)]),
    };
    const said = Object.fromEntries(
      await Promise.all(
        Object.entries(files).map(async ([name, bytes]) => [name, await complaint(bytes)] as const),
      ),
    );
    const damaged = 'bad_photo: The photo is damaged or cut off.';
    expect(said).toEqual({
      empty: 'bad_photo: The photo is empty.',
      pdf: 'bad_photo: The file is a PDF document, not a photo.',
      video: 'bad_photo: The file is a video, not a photo.',
      archive: 'bad_photo: The file is an archive or a document, not a photo.',
      drawing: 'bad_photo: The file is not a picture that Lares can read.',
      text: 'bad_photo: The file is not a picture that Lares can read.',
      'cut off': damaged,
      'only the beginning': damaged,
      damaged,
    });
  });

  it('do not fill the memory, however small they are packed', async () => {
    const text = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(64 * 1024 ** 2))]);
    const png = await quarters().png().toBuffer();
    const withBomb = Buffer.concat([png.subarray(0, 33), pngChunk('zTXt', text), png.subarray(33)]);
    expect(withBomb.length).toBeLessThan(100_000);
    expect(await grownBy(withBomb)).toMatchObject({ width: 80, height: 40 });
    const wide = { width: 12_000, height: 9_500, channels: 3, background: 'grey' } as const;
    const bomb = await sharp({ create: wide }).png().toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const { grownMiB, ...size } = await grownBy(bomb);
    expect(size).toEqual({ width: 4096, height: 3243 });
    expect(grownMiB).toBeLessThan(300);
  });
});

it('reads 100 megapixels in bounded memory', async () => {
  const wide = { width: 11_600, height: 8_700, channels: 3, background: '#a87' } as const;
  const { grownMiB, ...size } = await grownBy(await sharp({ create: wide }).jpeg().toBuffer());
  expect(size).toEqual({ width: 4096, height: 3072 });
  expect(grownMiB).toBeLessThan(300);
});

const Reading = z.strictObject({ width: z.number(), height: z.number(), grownMiB: z.number() });

/** Reads a photo in a process of its own. */
async function grownBy(photo: Uint8Array): Promise<z.infer<typeof Reading>> {
  const folder = await mkdtemp(join(tmpdir(), 'lares-photo-'));
  const file = join(folder, 'photo');
  await writeFile(file, photo);
  const script = join(import.meta.dirname, '../../../fixtures/children/reading-a-photo.ts');
  const said = execFileSync(process.execPath, [script, file]).toString();
  await rm(folder, { recursive: true });
  return Reading.parse(JSON.parse(said));
}
