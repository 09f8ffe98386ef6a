import type { FileHandle } from 'node:fs/promises';
import { backupDamaged, type ReadHeader } from './backup-header.ts';
import { BackupEnd, BackupEntry, type BackupRecord, pieceBytes, recordKinds } from './backup-record.ts';
import { BackupSeal, tagBytes } from './backup-seal.ts';

const longestRecord = 1 + pieceBytes + tagBytes;

/**
 * The records of a backup, one after the other; it ends only when the end record was there, said what had been read, and nothing
 * came behind it. Throws Trouble `damaged` at the first byte that is not as it was written.
 */
export async function* recordsOf(
  file: FileHandle,
  { header, bytes: headerBytes }: ReadHeader,
  backupKey: Uint8Array,
): AsyncGenerator<BackupRecord> {
  const salt = Buffer.from(header.salt, 'base64');
  const seal = new BackupSeal({ backupKey, salt, header: headerBytes });
  const read = { entries: 0, bytes: 0 };
  let [offset, missing] = [headerBytes.length, 0];
  try {
    for (;;) {
      const sealed = await recordAt(file, offset);
      offset += 4 + sealed.length;
      const plain = seal.unseal(sealed);
      const payload = plain.subarray(1);
      if (plain[0] === recordKinds.data) {
        missing -= payload.length;
        read.bytes += payload.length;
        if (missing < 0) throw backupDamaged();
        yield { kind: 'data', bytes: payload };
        continue;
      }
      if (missing !== 0) throw backupDamaged();
      if (plain[0] === recordKinds.entry) {
        const entry = jsonOf(BackupEntry, payload);
        missing = entry.bytes;
        read.entries += 1;
        yield { kind: 'entry', entry };
        continue;
      }
      const end = jsonOf(BackupEnd, payload);
      const isWhole = end.entries === read.entries && end.bytes === read.bytes;
      if (!isWhole || (await file.stat()).size !== offset) throw backupDamaged();
      return;
    }
  } finally {
    seal.close();
  }
}

async function recordAt(file: FileHandle, offset: number): Promise<Buffer> {
  const head = await bytesAt(file, offset, 4);
  const length = head.readUInt32BE();
  if (length <= tagBytes || length > longestRecord) throw backupDamaged();
  return bytesAt(file, offset + 4, length);
}

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  if (bytesRead < length) throw backupDamaged();
  return bytes;
}

function jsonOf<T>(shape: { parse: (value: unknown) => T }, payload: Buffer): T {
  try {
    return shape.parse(JSON.parse(payload.toString()));
  } catch (cause) {
    throw backupDamaged(cause);
  }
}
