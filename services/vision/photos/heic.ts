import sharp from 'sharp';
import type { RgbImage } from '../../../models/image.ts';
import { type HeifPicture, type HeifTransform, parseHeif } from './heif-file.ts';
import { decodeHevc, toByteStream } from './hevc.ts';

/** A photo may have 20 MiB, but nothing keeps a file from naming the same bytes again and again. */
const mostCodedBytes = 64 * 1024 * 1024;

/** Whether a file is a HEIF picture coded in HEVC, as telephones make them. */
export function isHeic(bytes: Uint8Array): boolean {
  const brand = new TextDecoder('latin1').decode(bytes.subarray(4, 12));
  return /^ftyp(heic|heix|heim|heis|mif1|msf1)$/.test(brand);
}

/**
 * Decodes the main picture of a HEIC file, turned upright. The container is read here, since ffmpeg before version 7 does
 * not know it; ffmpeg decodes the tiles. Throws on a damaged file, and on one of more than `mostPixels`.
 */
export async function decodeHeic(bytes: Uint8Array, mostPixels: number): Promise<RgbImage> {
  const picture = parseHeif(bytes);
  const tilePixels = picture.tileWidth * picture.tileHeight;
  const pixels = Math.max(picture.width * picture.height, tilePixels * picture.tiles.length);
  if (pixels > mostPixels) throw new Error('The picture exceeds the pixel limit.');
  const coded = picture.tiles.reduce((sum, tile) => sum + tile.data.length + tile.configuration.length, 0);
  if (coded > mostCodedBytes) throw new Error('The same data are used for too many tiles.');
  const tiles = await decodeHevc(toByteStream(picture.tiles), tilePixels * 3 * picture.tiles.length);
  let image = assemble(picture, tiles);
  for (const transform of picture.transforms) image = await transformed(image, transform);
  return image;
}

/** Lays the tiles side by side, and cuts off what reaches beyond the picture. `tiles`: RGB, one after the other. */
export function assemble(picture: HeifPicture, tiles: Uint8Array): RgbImage {
  const { width, height, columns, tileWidth, tileHeight } = picture;
  const data = new Uint8Array(width * height * 3);
  for (const index of picture.tiles.keys()) {
    const left = (index % columns) * tileWidth;
    const top = Math.floor(index / columns) * tileHeight;
    const length = Math.min(tileWidth, width - left) * 3;
    for (let row = 0; row < Math.min(tileHeight, height - top) && length > 0; row += 1) {
      const from = (index * tileHeight + row) * tileWidth * 3;
      data.set(tiles.subarray(from, from + length), ((top + row) * width + left) * 3);
    }
  }
  return { width, height, data };
}

async function transformed(image: RgbImage, transform: HeifTransform): Promise<RgbImage> {
  const { width, height } = image;
  const picture = sharp(image.data, { raw: { width, height, channels: 3 } });
  const { data, info } = await (
    transform.kind === 'turn'
      ? picture.rotate((360 - 90 * transform.quarters) % 360)
      : transform.direction === 'left-right'
        ? picture.flop()
        : picture.flip()
  )
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
