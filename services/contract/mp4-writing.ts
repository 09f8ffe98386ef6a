/** What boxes of an MP4 file (ISO/IEC 14496-12) are made of: numbers in network byte order, and other boxes. */
export type Mp4Part = Uint8Array | readonly number[];

export const u16 = (value: number): readonly number[] => [(value >>> 8) & 255, value & 255];
export const u32 = (value: number): readonly number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
export const u64 = (value: number): readonly number[] => [
  ...u32(Math.floor(value / 2 ** 32)),
  ...u32(value % 2 ** 32),
];
export const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0);
export const letters = (text: string): readonly number[] =>
  Array.from(text, (letter) => letter.charCodeAt(0));

/** Many 32-bit numbers behind one another. */
export function u32s(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  for (const [index, value] of values.entries()) view.setUint32(4 * index, value);
  return new Uint8Array(view.buffer);
}

export function box(type: string, ...parts: readonly Mp4Part[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 8);
  const bytes = new Uint8Array(length);
  bytes.set(u32(length));
  bytes.set(letters(type), 4);
  let at = 8;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A box with version and flags. */
export function fullBox(
  type: string,
  head: { readonly version?: number; readonly flags?: number },
  ...parts: readonly Mp4Part[]
): Uint8Array<ArrayBuffer> {
  return box(type, [head.version ?? 0, ...u32(head.flags ?? 0).slice(1)], ...parts);
}
