import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  /** With slashes, ASCII. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly atMs: number;
}

/** What a zip can tell of a time, in any time zone; a clock without a battery begins in 1970. */
const earliestMs = Date.UTC(1980, 0, 2);
const latestMs = Date.UTC(2099, 11, 30);

/**
 * A zip archive (APPNOTE 6.3, without zip64: at most 4 GiB and 65,535 entries) as it is made: one entry is in memory at a
 * time, and the next is read when the reader has taken the last. Pictures are stored, everything else is deflated.
 */
export function zipStream(entries: AsyncIterable<ZipEntry>): Readable {
  return Readable.from(zipped(entries), { objectMode: false });
}

async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array, void> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  for await (const { path, bytes, atMs } of entries) {
    const entry = path.endsWith('.jpg') ? new ZipPassThrough(path) : new ZipDeflate(path);
    entry.mtime = Math.min(Math.max(atMs, earliestMs), latestMs);
    zip.add(entry);
    entry.push(bytes, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
