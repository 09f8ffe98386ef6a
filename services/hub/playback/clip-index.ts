import type { ClipReader } from '../../contract/clip.ts';
import { keyFlags } from '../../contract/fragmented-mp4.ts';
import { Trouble } from '../../contract/trouble.ts';
import { LookAhead } from './look-ahead.ts';

/** One coded picture in a clip. */
export interface Sample {
  readonly bytes: number;
  readonly durationUs: number;
  readonly compositionUs: number;
  readonly key: boolean;
}

/** Where the pictures of a clip are. */
export interface ClipIndex {
  /** The `stsd` box, as it stands in the clip. */
  readonly description: Uint8Array;
  readonly fragments: readonly {
    /** Of the first picture, in the clip. */
    readonly at: number;
    readonly samples: readonly Sample[];
  }[];
  /** Behind the last whole fragment. */
  readonly end: number;
}

const HEADER = 8;
/** From the beginning of a `moof` box that Lares wrote to the `trun` box in it, and from there to its first picture. */
const TO_RUN = HEADER + 16 + HEADER + 16 + 20;
const RUN_FIELDS = 20;
const SAMPLE_FIELDS = 16;

/**
 * Reads where the pictures are in the first `limit` bytes of a clip that Lares wrote (fragmented-mp4.ts): the heads of its
 * fragments, not the pictures. What is not whole at the end is left out. Throws Trouble `damaged`.
 */
export async function indexOf(reader: ClipReader, limit: number): Promise<ClipIndex> {
  const source = new LookAhead(reader, Math.min(limit, reader.size));
  const fragments: ClipIndex['fragments'][number][] = [];
  let description: Uint8Array | null = null;
  let at = 0;
  for (let box = await boxAt(source, at); box !== null; box = await boxAt(source, at)) {
    if (box.type === 'moov') description = descriptionIn(await source.read(at, box.size));
    const data = box.type === 'moof' ? await boxAt(source, at + box.size) : null;
    if (box.type === 'moof') {
      if (data === null) break;
      const samples = samplesOf(await source.read(at, box.size));
      fragments.push({ at: at + box.size + HEADER, samples });
    }
    at += box.size + (data?.size ?? 0);
  }
  if (description === null) throw damaged();
  return { description, fragments, end: at };
}

/** The head of a box that is there as a whole; null at the end. */
async function boxAt(source: LookAhead, at: number) {
  if (at + HEADER > source.size) return null;
  const head = viewOf(await source.read(at, HEADER));
  const size = head.getUint32(0);
  const type = String.fromCharCode(head.getUint8(4), head.getUint8(5), head.getUint8(6), head.getUint8(7));
  if (size < HEADER) throw damaged();
  return at + size > source.size ? null : { type, size };
}

/** The clip's only `stsd` box. */
function descriptionIn(moov: Uint8Array): Uint8Array {
  const at = Buffer.from(moov.buffer, moov.byteOffset, moov.byteLength).indexOf('stsd') - 4;
  if (at < 0) throw damaged();
  return moov.slice(at, at + viewOf(moov).getUint32(at));
}

function samplesOf(fragment: Uint8Array): readonly Sample[] {
  const view = viewOf(fragment);
  const count = fragment.length < TO_RUN + RUN_FIELDS ? 0 : view.getUint32(TO_RUN + 12);
  if (count === 0 || fragment.length < TO_RUN + RUN_FIELDS + count * SAMPLE_FIELDS) throw damaged();
  return Array.from({ length: count }, (_, index) => {
    const at = TO_RUN + RUN_FIELDS + index * SAMPLE_FIELDS;
    return {
      durationUs: view.getUint32(at),
      bytes: view.getUint32(at + 4),
      key: view.getUint32(at + 8) === keyFlags,
      compositionUs: view.getUint32(at + 12),
    };
  });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(): Trouble {
  return new Trouble('damaged', {
    what: 'This recording is damaged.',
    advice: 'Its disk may be failing; look at other recordings of that day.',
  });
}
