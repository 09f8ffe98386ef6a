import { caseKinds, casePieceBytes, recordHeadBytes } from './case-record.ts';
import type { CaseKey } from './case-key.ts';
import { CaseSeal } from './case-seal.ts';

/** A file of a case, while it is written. */
export interface CaseContent {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A case file as it is made: nothing of it is kept but the piece at hand. The key is forgotten with the end, whichever it is. */
export async function* sealCase(
  { key, header }: CaseKey,
  contents: AsyncIterable<CaseContent>,
): AsyncGenerator<Uint8Array, void> {
  const seal = new CaseSeal(key, header);
  let [number, entries, bytes] = [0, 0, 0];
  const record = (kind: number, payload: Uint8Array): Uint8Array => {
    const sealed = seal.seal(number, [Uint8Array.of(kind), payload]);
    const head = Buffer.alloc(recordHeadBytes);
    head.writeUInt32BE(sealed.length);
    head.writeUInt32BE(number, 4);
    number += 1;
    return Buffer.concat([head, sealed]);
  };
  try {
    yield header;
    for await (const content of contents) {
      entries += 1;
      yield record(caseKinds.entry, Buffer.from(JSON.stringify({ name: content.name })));
      for await (const piece of piecesOf(content.bytes)) {
        bytes += piece.length;
        yield record(caseKinds.data, piece);
      }
    }
    yield record(caseKinds.end, Buffer.from(JSON.stringify({ entries, bytes })));
  } finally {
    seal.close();
    key.fill(0);
  }
}

/** No smaller than they need to be: small ones cost more. */
async function* piecesOf(bytes: CaseContent['bytes']): AsyncGenerator<Uint8Array, void> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes)
    for (let at = 0; at < part.length;) {
      const taken = part.subarray(at, at + casePieceBytes - length);
      // The reader fills its memory anew with the next part.
      waiting.push(Uint8Array.from(taken));
      length += taken.length;
      at += taken.length;
      if (length < casePieceBytes) continue;
      yield Buffer.concat(waiting);
      [waiting, length] = [[], 0];
    }
  if (length > 0) yield Buffer.concat(waiting);
}
