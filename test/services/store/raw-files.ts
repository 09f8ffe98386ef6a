import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { derivedKey } from '../../../services/store/derived-key.ts';

const pageSize = 4096;
const nonceLength = 16;
const reserved = nonceLength + 16;
const logHeader = 32;
const frameHeader = 24;

/**
 * Every byte of the database and of its write-ahead log in clear, page by page as the files have them: free pages, the gaps of
 * pages, and frames of the log that were overtaken, which no query would show. The cipher is that of SQLite3 Multiple
 * Ciphers (cipher_chacha20.c): a one-time key for each page from the raw key and the nonce at the page's end.
 */
export function rawDatabase(dataDirectory: string, key: Uint8Array): Buffer {
  const raw = Buffer.from(derivedKey(key, 'database'));
  const file = join(dataDirectory, 'lares.db');
  const database = readFileSync(file);
  const pages: Buffer[] = [];
  for (let at = 0; at < database.length; at += pageSize)
    pages.push(decrypted(database.subarray(at, at + pageSize), at / pageSize + 1, raw));
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
  for (let at = logHeader; at + frameHeader + pageSize <= log.length; at += frameHeader + pageSize) {
    const page = log.subarray(at + frameHeader, at + frameHeader + pageSize);
    pages.push(decrypted(page, log.readUInt32BE(at), raw));
  }
  return Buffer.concat(pages);
}

function decrypted(page: Buffer, number: number, key: Buffer): Buffer {
  const end = page.length - reserved;
  const nonce = page.subarray(end, end + nonceLength);
  const counter = (nonce.readUInt32LE(12) ^ number) >>> 0;
  const oneTime = stream(key, { counter, nonce }, Buffer.alloc(64));
  // The first page begins with what tells the file's format, in clear.
  const start = number === 1 ? 24 : 0;
  const body = stream(
    oneTime.subarray(32),
    { counter: (counter + 1) >>> 0, nonce },
    page.subarray(start, end),
  );
  return Buffer.concat([page.subarray(0, start), body]);
}

function stream(key: Buffer, at: { counter: number; nonce: Buffer }, bytes: Buffer): Buffer {
  const iv = Buffer.alloc(16);
  iv.writeUInt32LE(at.counter, 0);
  at.nonce.copy(iv, 4, 0, 12);
  return createDecipheriv('chacha20', key, iv).update(bytes);
}
