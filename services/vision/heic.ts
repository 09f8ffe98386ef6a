import { type RgbImage } from '../../models/image.ts';
import { decodeHevc } from './hevc.ts';
import { parseHeif } from './heif-file.ts';

/** Whether a file is a HEIF picture coded in HEVC, as telephones make them. */
export function isHeic(bytes: Uint8Array): boolean {
  const brand = new TextDecoder('latin1').decode(bytes.subarray(4, 12));
  return /^ftyp(heic|heix|heim|heis|mif1|msf1)$/.test(brand);
}

/**
 * Decodes the main picture of a HEIC file: one HEVC picture, or a grid of tiles of the same kind. The container is read
 * here, since ffmpeg before version 7 does not know it; the pictures are decoded by ffmpeg through pipes. Throws on a
 * file that is damaged, and on one of more than `mostPixels`.
 */
export async function decodeHeic(bytes: Uint8Array, mostPixels: number): Promise<RgbImage> {
  const { tiles, configuration, columns, rows, tileWidth, tileHeight, width, height, quarterTurns } =
    parseHeif(bytes);
}
