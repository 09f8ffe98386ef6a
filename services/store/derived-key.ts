import { hkdfSync } from 'node:crypto';

/** A key of its own for each purpose, from the one data key, by HKDF-SHA-256 (RFC 5869). 32 bytes each. */
export function derivedKey(
  dataKey: Uint8Array,
  purpose: 'database' | 'vault content' | 'vault names' | 'key mark' | 'key wrapping' | 'backup',
): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', dataKey, new Uint8Array(0), `lares 1 ${purpose}`, 32));
}
