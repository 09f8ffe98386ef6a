import type { FileHandle } from 'node:fs/promises';
import { caseKinds, longestSealed, recordHeadBytes } from './case-record.ts';
import { type CaseSeal, tagBytes } from './case-seal.ts';

/** What is wrong with a case file. Records are counted from 1. */
export type CaseFlaw =
  /** Bytes of this record were changed. */
  | { readonly kind: 'changed'; readonly record: number }
  /** In the place of this record stands another one of the same file. */
  | { readonly kind: 'moved'; readonly record: number; readonly from: number }
  /** From this record on nothing is there, or nothing can be told apart. */
  | { readonly kind: 'cut_off'; readonly record: number }
  /** Something was put behind the end. */
  | { readonly kind: 'added'; readonly bytes: number }
  /** What this file holds is not what the manifest says. */
  | { readonly kind: 'not_as_listed'; readonly name: string }
  /** The manifest speaks of a file that is not there. */
  | { readonly kind: 'missing'; readonly name: string };

/** A record, or in its place what is wrong with it. */
export type CasePiece =
  | { readonly kind: 'record'; readonly type: number; readonly payload: Buffer }
  | { readonly kind: 'flaw'; readonly flaw: CaseFlaw };

/** The records of a case file in their order. A changed or moved one is told, and those behind it are read on. */
export async function* piecesOfCase(
  file: FileHandle,
  seal: CaseSeal,
  from: number,
): AsyncGenerator<CasePiece, void> {
  const { size } = await file.stat();
  let offset = from;
  for (let number = 0; ; number += 1) {
    const head = await bytesAt(file, offset, recordHeadBytes);
    const length = head.length < recordHeadBytes ? 0 : head.readUInt32BE();
    const isRecord = length > tagBytes && length <= longestSealed;
    const sealed = isRecord ? await bytesAt(file, offset + recordHeadBytes, length) : head;
    if (!isRecord || sealed.length < length) {
      yield { kind: 'flaw', flaw: { kind: 'cut_off', record: number + 1 } };
      return;
    }
    offset += recordHeadBytes + length;
    const plain = seal.unseal(number, sealed);
    if (plain === null) {
      yield { kind: 'flaw', flaw: flawOf(seal, sealed, { number, told: head.readUInt32BE(4) }) };
      continue;
    }
    yield { kind: 'record', type: plain[0] ?? 0, payload: plain.subarray(1) };
    if (plain[0] !== caseKinds.end) continue;
    if (offset < size) yield { kind: 'flaw', flaw: { kind: 'added', bytes: size - offset } };
    return;
  }
}

function flawOf(
  seal: CaseSeal,
  sealed: Buffer,
  { number, told }: { readonly number: number; readonly told: number },
): CaseFlaw {
  const isMoved = told !== number && seal.unseal(told, sealed) !== null;
  if (isMoved) return { kind: 'moved', record: number + 1, from: told + 1 };
  return { kind: 'changed', record: number + 1 };
}

/** Fewer when the file ends before. */
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}
