import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupClips } from '../../contract/backup.ts';
import type { KeyWay } from '../../contract/key-file.ts';
import { databaseFileName } from '../../contract/key-file.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Database } from '../database.ts';
import { backupFiles } from './backup-files.ts';
import { type BackupEntry, pieceBytes } from './backup-record.ts';
import type { BackupSource } from './backup-source.ts';
import { BackupWriter } from './backup-writer.ts';
import { needSpace } from './need-space.ts';

export interface BackupOrder {
  readonly source: BackupSource;
  /** What opens it on another machine: `backupWays`. */
  readonly ways: readonly KeyWay[];
  /** The file to be made; one that is there is replaced once the new one is whole. */
  readonly to: string;
  readonly clips: BackupClips;
  /** The version of this Lares. */
  readonly lares: string;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** How many bytes of how many are written. */
  readonly progress?: (done: number, total: number) => void;
}

export interface MadeBackup {
  readonly files: number;
  /** Of the backup. */
  readonly bytes: number;
}

/**
 * One sealed file of a house, also while it is lived in: a copy of the database as it is at one moment, every sealed picture,
 * the videos that are wanted, and the key as a passphrase or a code wraps it. Throws Trouble `unavailable` when there is not
 * enough space or a disk fails; then nothing is left of it.
 */
export async function makeBackup(order: BackupOrder): Promise<MadeBackup> {
  try {
    return await made(order);
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw new Trouble('unavailable', {
      what: "The backup can't be written there.",
      advice: 'See that the folder is there, belongs to this user, and that its disk has space and is sound.',
      cause,
    });
  }
}

async function made(order: BackupOrder): Promise<MadeBackup> {
  const { source, to } = order;
  const { dataDirectory } = source;
  const database = Database.open(join(dataDirectory, databaseFileName), source.databaseKey);
  const copy = join(dataDirectory, `${copyPrefix}${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await removeOldCopies(dataDirectory, order.nowMs);
    await needSpace(dataDirectory, (await stat(join(dataDirectory, databaseFileName))).size);
    // An empty file is taken, with the mode that it has.
    await writeFile(copy, '', { mode: 0o600, flag: 'wx' });
    database.script(`VACUUM INTO '${copy.replaceAll("'", "''")}'`);
    const files = await backupFiles(dataDirectory, database, order.clips);
    const entries = [{ name: databaseFileName, bytes: (await stat(copy)).size }, ...files];
    const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    // An entry costs less than this beside its bytes.
    await needSpace(dirname(to), total + 256 * entries.length + total / 1000);
    return await written(order, { entries, total, copy, schema: database.version });
  } finally {
    database.close();
    await rm(copy, { force: true });
  }
}

interface Content {
  readonly entries: readonly BackupEntry[];
  readonly total: number;
  /** Where the copy of the database is. */
  readonly copy: string;
  readonly schema: number;
}

async function written(order: BackupOrder, { entries, total, copy, schema }: Content): Promise<MadeBackup> {
  const { source, to, ways, lares, nowMs, progress } = order;
  const header = { schema, lares, madeAtMs: nowMs, ways: [...ways] };
  const writer = await BackupWriter.create(to, header, source.backupKey);
  let [files, done] = [0, 0];
  try {
    for (const { name } of entries) {
      const path = name === databaseFileName ? copy : join(source.dataDirectory, name);
      const file = await open(path).catch(nullIfMissing);
      if (file === null) continue;
      try {
        const { size } = await file.stat();
        await writer.entry({ name, bytes: size });
        for (let offset = 0; offset < size; offset += pieceBytes) {
          const piece = await pieceAt(file, offset, Math.min(pieceBytes, size - offset));
          await writer.data(piece);
          done += piece.length;
          progress?.(Math.min(done, total), total);
        }
        files += 1;
      } finally {
        await file.close();
      }
    }
    await writer.finish();
    return { files, bytes: (await stat(to)).size };
  } finally {
    await writer.abandon();
  }
}

async function pieceAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  if (bytesRead === length) return bytes;
  throw new Error('a file became shorter while it was read');
}

const copyPrefix = `${databaseFileName}.backup-`;

/** What a backup that was cut short left; one under way is younger. */
async function removeOldCopies(dataDirectory: string, nowMs: number): Promise<void> {
  for (const name of await readdir(dataDirectory)) {
    if (!name.startsWith(copyPrefix)) continue;
    const path = join(dataDirectory, name);
    const { mtimeMs } = await stat(path);
    if (nowMs - mtimeMs > 24 * 3_600_000) await rm(path, { force: true });
  }
}

/** Forgotten since it was listed. */
function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
