import sharp, { type Sharp } from 'sharp';
import type { RgbImage } from '../../models/image.ts';
import { Trouble } from '../contract/trouble.ts';
import { decodeHeic, isHeic } from './heic.ts';

/** More is no photo of a person, but a way to fill the memory. */
const mostPixels = 120_000_000;
/** Larger photos are shrunk to this when they are read: no face needs more. */
const longestSide = 4096;

/**
 * Decodes a photo (JPEG, PNG, WebP, GIF, TIFF, AVIF, HEIC), turned upright as its camera noted. Throws Trouble
 * 'bad_photo' when it is none, when it is cut off, and when it has far too many pixels.
 */
export async function readPhoto(bytes: Uint8Array): Promise<RgbImage> {
  if (bytes.length === 0) throw badPhoto('The photo is empty.');
  try {
    if (!isHeic(bytes)) return await upright(sharp(bytes, decoding));
    const { width, height, data } = await decodeHeic(bytes, mostPixels);
    return await upright(sharp(data, { raw: { width, height, channels: 3 } }));
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw badPhoto(reasonOf(cause), cause);
  }
}

const decoding = { limitInputPixels: mostPixels, failOn: 'truncated' } as const;

async function upright(picture: Sharp): Promise<RgbImage> {
  const { data, info } = await picture
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : '';
  if (/pixel limit|too (many|large)/i.test(text)) return 'The photo has too many pixels.';
  if (/unsupported image format/i.test(text)) return 'The file is not a picture that Lares can read.';
  return 'The photo is damaged or cut off.';
}

export function badPhoto(what: string, cause?: unknown): Trouble {
  return new Trouble('bad_photo', {
    what,
    advice: 'Choose a JPEG, PNG, WebP or HEIC photo that opens on this device.',
    cause,
  });
}
