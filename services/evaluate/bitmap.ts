/** A greyscale picture: `width * height` bytes, row by row from the top. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const SIGNATURE = 0x4d42; // "BM"
const HEADER_BYTES = 54;
const UNCOMPRESSED = 0;

/**
 * Reads an uncompressed Windows bitmap of 1, 4 or 8 bits with a palette, or of 24 or 32 bits, as grey: the mean of red,
 * green and blue.
 * Source: BITMAPFILEHEADER and BITMAPINFOHEADER of the Windows API.
 * @returns null when the bytes are no such bitmap, or end too early.
 */
export function readBitmap(bytes: Uint8Array): GreyPicture | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getInt32(18, true);
  const signedHeight = view.getInt32(22, true);
  const height = Math.abs(signedHeight);
  const bits = view.getUint16(28, true);
  const start = view.getUint32(10, true);
  const stride = Math.ceil((width * bits) / 32) * 4;
  const readable =
    view.getUint16(0, true) === SIGNATURE &&
    view.getUint32(30, true) === UNCOMPRESSED &&
    [1, 4, 8, 24, 32].includes(bits) &&
    width > 0 &&
    height > 0 &&
    start + stride * height <= bytes.length;
  if (!readable) return null;
  const palette = bits <= 8 ? paletteOf(bytes, 14 + view.getUint32(14, true), bits) : null;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    // Rows go from the bottom up, unless the height is negative.
    const row = start + stride * (signedHeight > 0 ? height - 1 - y : y);
    for (let x = 0; x < width; x++) data[y * width + x] = greyAt(bytes, row, { x, bits, palette });
  }
  return { width, height, data };
}

/** The palette as grey; its entries are blue, green, red, and an unused byte. */
function paletteOf(bytes: Uint8Array, start: number, bits: number): Uint8Array {
  return Uint8Array.from({ length: 2 ** bits }, (_, i) => greyOf(bytes, start + 4 * i));
}

function greyAt(
  bytes: Uint8Array,
  row: number,
  pixel: { readonly x: number; readonly bits: number; readonly palette: Uint8Array | null },
): number {
  const { x, bits, palette } = pixel;
  if (palette === null) return greyOf(bytes, row + (x * bits) / 8);
  const byte = bytes[row + ((x * bits) >> 3)] ?? 0;
  const index = (byte >> (8 - bits - ((x * bits) & 7))) & (2 ** bits - 1);
  return palette[index] ?? 0;
}

function greyOf(bytes: Uint8Array, at: number): number {
  return Math.round(((bytes[at] ?? 0) + (bytes[at + 1] ?? 0) + (bytes[at + 2] ?? 0)) / 3);
}
