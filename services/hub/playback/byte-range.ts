/** What of a file a request asks for. `start` is the first byte, `end` the one after the last. */
export type ByteRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'unsatisfiable' };

/**
 * Reads a `Range` header (RFC 9110, 14.1.2 and 14.2) for a file of `size` bytes. One that is not understood, or that asks for
 * several ranges, is ignored, as the RFC allows.
 */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return { kind: 'whole' };
  if (first === '') return partOf(Math.max(0, size - Number(last)), size, size);
  if (last !== '' && Number(last) < Number(first)) return { kind: 'whole' };
  return partOf(Number(first), last === '' ? size : Math.min(size, Number(last) + 1), size);
}

function partOf(start: number, end: number, size: number): ByteRange {
  return start >= size ? { kind: 'unsatisfiable' } : { kind: 'part', start, end };
}
