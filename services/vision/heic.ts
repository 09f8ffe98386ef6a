import { type RgbImage } from '../../models/image.ts';
import { Trouble } from '../contract/trouble.ts';

/** Whether a file is a HEIF picture coded in HEVC, as telephones make them. */
export function isHeic(bytes: Uint8Array): boolean {
  const brand = new TextDecoder('latin1').decode(bytes.subarray(4, 12));
  return /^ftyp(heic|heix|heim|heis|mif1|msf1)$/.test(brand);
}

export function decodeHeic(_bytes: Uint8Array, _mostPixels: number): Promise<RgbImage> {
  const what = 'HEIC photos can not be read yet.';
  return Promise.reject(new Trouble('bad_photo', { what, advice: 'Save it as JPEG first.' }));
}
