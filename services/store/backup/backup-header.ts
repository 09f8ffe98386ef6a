import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { KeyWay } from '../../contract/key-file.ts';
import { Trouble } from '../../contract/trouble.ts';

/** What anybody can read of a backup: nothing of the household, and the key only as its ways wrap it. */
const Header = z.strictObject({
  /** The version of the database in it. */
  schema: z.number().int().min(1),
  /** The version of the Lares that wrote it. */
  lares: z.string().max(40),
  /** Milliseconds since 1970. */
  madeAtMs: z.number(),
  /** 32 bytes, of this file alone. */
  salt: z.base64().length(44),
  ways: z.array(KeyWay).min(1).max(4),
});
export type BackupHeader = z.infer<typeof Header>;

export interface ReadHeader {
  readonly header: BackupHeader;
  /** As they lie in the file, from its first byte to the first record. */
  readonly bytes: Buffer;
}

const magic = Buffer.from('LARESBAK', 'latin1');
const formatVersion = 1;
const fixedBytes = magic.length + 8;
const longestHeader = 64 * 1024;

/** Magic (8), version of the format (4), length (4), and so many bytes of JSON. */
export function headerBytes(header: BackupHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const fixed = Buffer.alloc(fixedBytes);
  magic.copy(fixed);
  fixed.writeUInt32BE(formatVersion, magic.length);
  fixed.writeUInt32BE(json.length, magic.length + 4);
  return Buffer.concat([fixed, json]);
}

/** Throws Trouble: `bad_input` when it is no backup, `refused` when a newer Lares wrote it, `damaged`. */
export async function readHeader(file: FileHandle, newestSchema: number): Promise<ReadHeader> {
  const fixed = Buffer.alloc(fixedBytes);
  const { bytesRead } = await file.read(fixed, 0, fixedBytes, 0);
  if (bytesRead < fixedBytes || !fixed.subarray(0, magic.length).equals(magic))
    throw new Trouble('bad_input', {
      what: 'This file is no backup of Lares.',
      advice: 'Give the file that "lares backup" wrote.',
    });
  if (fixed.readUInt32BE(magic.length) > formatVersion) throw fromNewer();
  const length = Math.min(fixed.readUInt32BE(magic.length + 4), longestHeader);
  const json = Buffer.alloc(length);
  if ((await file.read(json, 0, length, fixedBytes)).bytesRead < length) throw backupDamaged();
  const header = parsed(json);
  if (header.schema > newestSchema) throw fromNewer(header.lares);
  return { header, bytes: Buffer.concat([fixed, json]) };
}

function parsed(json: Buffer): BackupHeader {
  try {
    return Header.parse(JSON.parse(json.toString()));
  } catch {
    throw backupDamaged();
  }
}

export function backupDamaged(cause?: unknown): Trouble {
  return new Trouble('damaged', {
    what: 'This backup is damaged, or a part of it is missing.',
    advice: 'Use another backup, or copy this one again from where it was kept. Nothing was changed.',
    cause,
  });
}

function fromNewer(version?: string): Trouble {
  return new Trouble('refused', {
    what: `This backup is from a newer Lares${version === undefined ? '' : ` (${version})`}, which this one can't read.`,
    advice: 'Install that version or a newer one, and restore with it. Nothing was changed.',
  });
}
