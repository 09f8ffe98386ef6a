import sharp, { type Metadata, type Sharp } from 'sharp';
import type { RgbImage } from '../../../models/image.ts';
import { Trouble } from '../../contract/trouble.ts';
import { decodeHeic, isHeic } from './heic.ts';

/** More is no photo of a person, but a way to fill the memory. */
const mostPixels = 120_000_000;
/** HEIC and AVIF are decoded as a whole, at some 10 to 18 bytes a pixel; telephones make 48 million. */
const mostPixelsOfWhole = 50_000_000;
/** Larger photos are shrunk to this when they are read: no face needs more. */
const longestSide = 4096;
/** Whatever else sharp reads (SVG, PDF, raw numbers) is no photo, and may name other files. */
const formats: readonly string[] = ['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif'];

/**
 * Decodes a photo (JPEG, PNG, WebP, GIF, TIFF, AVIF, HEIC), turned upright as its camera noted; of one that moves, the first
 * picture. At 100 megapixels it takes up to 150 MB beside the file, 400 MB more when it is interlaced. Throws Trouble
 * 'bad_photo' when it is none, when it is cut off, and when it has far too many pixels.
 */
export async function readPhoto(bytes: Uint8Array): Promise<RgbImage> {
  if (bytes.length === 0) throw badPhoto('The photo is empty.');
  try {
    if (isHeic(bytes)) return await readHeic(bytes);
    const picture = sharp(bytes, decoding);
    refuseOthers(await picture.metadata());
    return await upright(picture);
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw troubleOf(bytes, cause);
  }
}

const decoding = { limitInputPixels: mostPixels, failOn: 'truncated', sequentialRead: true } as const;

async function readHeic(bytes: Uint8Array): Promise<RgbImage> {
  const { width, height, data } = await decodeHeic(bytes, mostPixelsOfWhole);
  return upright(sharp(data, { raw: { width, height, channels: 3 } }));
}

function refuseOthers({ format, width, height }: Metadata): void {
  if (!formats.includes(format)) throw badPhoto('The file is not a picture that Lares can read.');
  if (format === 'heif' && width * height > mostPixelsOfWhole) throw tooManyPixels();
}

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

function troubleOf(bytes: Uint8Array, cause: unknown): Trouble {
  const text = cause instanceof Error ? cause.message : '';
  if (/pixel limit|too (many|large)/i.test(text)) return tooManyPixels(cause);
  if (!/unsupported image format/i.test(text)) return badPhoto('The photo is damaged or cut off.', cause);
  const kind = kinds.find(({ mark }) => mark.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64))));
  return badPhoto(`The file is ${kind?.name ?? 'not a picture that Lares can read'}.`, cause);
}

/** What people take for photos most often, by the first bytes. */
const kinds: readonly { readonly mark: RegExp; readonly name: string }[] = [
  { mark: /^%PDF/, name: 'a PDF document, not a photo' },
  { mark: /^....ftyp(qt|mp4|isom|M4V|3gp)/s, name: 'a video, not a photo' },
  { mark: /^PK/, name: 'an archive or a document, not a photo' },
];

function tooManyPixels(cause?: unknown): Trouble {
  return new Trouble('bad_photo', {
    what: 'The photo has too many pixels.',
    advice: 'Make it smaller, to at most 50 megapixels, and try again.',
    cause,
  });
}

export function badPhoto(what: string, cause?: unknown): Trouble {
  return new Trouble('bad_photo', {
    what,
    advice: 'Choose a JPEG, PNG, WebP or HEIC photo that opens on this device.',
    cause,
  });
}
