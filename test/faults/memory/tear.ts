import {
  existsSync,
  openSync,
  readFileSync,
  readSync,
  closeSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ClipId } from '../../../services/contract/identifiers.ts';
import { fixedHeaderBytes, headerLength } from '../../../services/store/clips/clip-header.ts';
import { headBytes, recordKinds, recordLength } from '../../../services/store/clips/clip-record.ts';
import { filesIn } from '../../services/store/scratch.ts';

export interface Tearing {
  readonly dataDirectory: string;
  readonly how: 'cut' | 'flip';
  readonly random: () => number;
}

/** Cuts the newest clip's file anywhere, or flips some of its bytes; where it is damaged from. Null when there is none. */
export function tearClip({ dataDirectory, how, random }: Tearing): { id: string; at: number } | null {
  const newest = clipFiles(dataDirectory).toSorted((a, b) => b.changedMs - a.changedMs)[0];
  if (newest === undefined || newest.size === 0) return null;
  return { id: newest.id, at: tear(newest.path, { from: 0, how, random }) };
}

/**
 * Cuts the database's write-ahead log, or flips some of its bytes, at `from` or behind it. False when nothing lies there, or when the
 * log was begun anew, so that the newest does not stand at its end.
 */
export function tearLog({ from, ...tearing }: Tearing & { readonly from: number }): boolean {
  const path = join(tearing.dataDirectory, 'lares.db-wal');
  if (!existsSync(path) || statSync(path).size <= from || !isOfOneRun(readFileSync(path))) return false;
  tear(path, { ...tearing, from });
  return true;
}

/** How many bytes of MP4 each clip's whole pieces have, by the heads of its records; not beyond where it is damaged. */
export function wholeBytes(
  dataDirectory: string,
  damagedAt: ReadonlyMap<string, number>,
): Map<string, number> {
  return new Map(
    clipFiles(dataDirectory).map(({ id, path, size }) => {
      const file = openSync(path, 'r');
      try {
        return [id, wholeIn({ file, id, end: Math.min(size, damagedAt.get(id) ?? size) })];
      } finally {
        closeSync(file);
      }
    }),
  );
}

function wholeIn({ file, id, end }: { file: number; id: string; end: number }): number {
  const read = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, at));
  };
  let offset = headerLength(read(0, fixedHeaderBytes), ClipId.parse(id)) ?? Infinity;
  let [bytes, whole] = [0, 0];
  while (offset < end) {
    const record = recordLength(read(offset, headBytes));
    if (record === null || record.kind === recordKinds.end || offset + record.length > end) break;
    // Head, time and tag are around the MP4.
    bytes += record.length - headBytes - 8 - 16;
    if (record.kind === recordKinds.whole) whole = bytes;
    offset += record.length;
  }
  return whole;
}

function tear(
  path: string,
  { from, how, random }: Pick<Tearing, 'how' | 'random'> & { from: number },
): number {
  const { size } = statSync(path);
  const at = from + Math.floor(random() * (size - from));
  if (how === 'cut') truncateSync(path, at);
  else {
    const bytes = readFileSync(path);
    for (let n = 0; n < 8; n += 1) {
      const place = Math.min(at + n * 3, size - 1);
      bytes[place] = (bytes[place] ?? 0) ^ (1 + Math.floor(random() * 255));
    }
    writeFileSync(path, bytes);
  }
  return at;
}

/** Whether all frames carry the salts of the log's header (https://sqlite.org/fileformat2.html, 4.1 and 4.2). */
function isOfOneRun(log: Buffer): boolean {
  const frame = 24 + 4096;
  for (let at = 32; at + frame <= log.length; at += frame)
    if (!log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) return false;
  return log.length > 32;
}

function clipFiles(dataDirectory: string) {
  const folder = join(dataDirectory, 'clips');
  const files = existsSync(folder) ? filesIn(folder) : [];
  return files.flatMap(({ path }) => {
    const [, id = ''] = path.split('/');
    const whole = join(folder, path);
    const { size, mtimeMs: changedMs } = statSync(whole);
    return ClipId.safeParse(id).success && id !== '' ? [{ id, path: whole, size, changedMs }] : [];
  });
}
