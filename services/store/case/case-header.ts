import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { Trouble } from '../../contract/trouble.ts';

/** What anybody can read of a case file: nothing of the household. */
const Header = z.strictObject({
  /** The version of the Lares that wrote it. */
  lares: z.string().max(40),
  /** Bounded, so that a changed file can't ask for all memory or all night. */
  argon2id: z.strictObject({
    salt: z.base64().length(44),
    memoryKib: z.number().int().min(8192).max(1_048_576),
    iterations: z.number().int().min(1).max(64),
    parallelism: z.number().int().min(1).max(16),
  }),
  /** Tells a wrong passphrase from a changed file; 32 bytes. */
  proof: z.base64().length(44),
});
export type CaseHeader = z.infer<typeof Header>;

export interface ReadCaseHeader {
  readonly header: CaseHeader;
  /** As they lie in the file, from its first byte to the first record. */
  readonly bytes: Buffer;
}

const magic = Buffer.from('LARESCAS', 'latin1');
const formatVersion = 1;
const fixedBytes = magic.length + 8;
const hashBytes = 32;
const longestHeader = 4096;

/** Magic (8), version of the format (4), length (4), so many bytes of JSON, and the SHA-256 of all these. */
export function caseHeaderBytes(header: CaseHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const fixed = Buffer.alloc(fixedBytes);
  magic.copy(fixed);
  fixed.writeUInt32BE(formatVersion, magic.length);
  fixed.writeUInt32BE(json.length, magic.length + 4);
  const bytes = Buffer.concat([fixed, json]);
  return Buffer.concat([bytes, hashOf(bytes)]);
}

/** Throws Trouble: `bad_input` when it is no case file, `refused` when a newer Lares wrote it, `damaged`. */
export async function readCaseHeader(file: FileHandle): Promise<ReadCaseHeader> {
  const fixed = Buffer.alloc(fixedBytes);
  const { bytesRead } = await file.read(fixed, 0, fixedBytes, 0);
  if (bytesRead < fixedBytes || !fixed.subarray(0, magic.length).equals(magic)) throw noCase();
  const version = fixed.readUInt32BE(magic.length);
  if (version > formatVersion) throw fromNewer();
  const length = Math.min(fixed.readUInt32BE(magic.length + 4), longestHeader) + hashBytes;
  const rest = Buffer.alloc(length);
  if ((await file.read(rest, 0, length, fixedBytes)).bytesRead < length) throw headerDamaged();
  const bytes = Buffer.concat([fixed, rest]);
  if (!hashOf(bytes.subarray(0, -hashBytes)).equals(bytes.subarray(-hashBytes))) throw headerDamaged();
  const header = Header.safeParse(jsonOf(rest.subarray(0, -hashBytes)));
  if (!header.success) throw headerDamaged();
  return { header: header.data, bytes };
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}

function noCase(): Trouble {
  return new Trouble('bad_input', {
    what: 'This is no case file of Lares.',
    advice: 'Give the file that was saved as a case file.',
  });
}

function headerDamaged(): Trouble {
  return new Trouble('damaged', {
    what: 'The beginning of this case file is damaged, so that no passphrase opens it.',
    advice: 'Copy it again from where it was kept, or have it made again.',
  });
}

function fromNewer(): Trouble {
  return new Trouble('refused', {
    what: "This case file is from a newer Lares, which this one can't read.",
    advice: 'Open it with that version or a newer one.',
  });
}
