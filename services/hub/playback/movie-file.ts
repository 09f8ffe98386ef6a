import type { ClipReader } from '../../contract/clip.ts';
import { joinedBytes } from '../../contract/joined-bytes.ts';
import { mp4Movie } from '../../contract/mp4-movie.ts';
import { box, fullBox, letters, u32, u32s, u64 } from '../../contract/mp4-writing.ts';
import type { ClipIndex, Sample } from './clip-index.ts';

/**
 * A clip as a plain MP4 file, which every player can seek in: a table of all pictures, and behind it the clip as it is, of
 * which the table names only the pictures (ISO/IEC 14496-12, 8.1.1 lets a `mdat` box hold anything). No byte of it is made
 * but those that are read.
 */
export class MovieFile {
  readonly #reader: ClipReader;
  readonly #head: Uint8Array;
  readonly size: number;

  constructor(reader: ClipReader, index: ClipIndex) {
    this.#reader = reader;
    this.#head = headOf(reader.clip, index);
    this.size = this.#head.length + index.end;
  }

  /** The bytes from `start` to before `end`; throws what the clip's reader throws. */
  async *read(start: number, end: number): AsyncGenerator<Uint8Array, void, void> {
    const head = this.#head.length;
    if (start < head) yield this.#head.subarray(start, Math.min(end, head));
    if (end > head) yield* this.#reader.read(Math.max(start, head) - head, end - head);
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function headOf(size: Size, index: ClipIndex): Uint8Array {
  const samples = index.fragments.flatMap((fragment) => fragment.samples);
  const durationUs = samples.reduce((sum, sample) => sum + sample.durationUs, 0);
  // The length of the head does not depend on where the pictures are.
  const made = (headLength: number): Uint8Array => {
    const offsets = index.fragments.map(({ at }) => at + headLength);
    const sampleTable = tableOf(index, samples, offsets);
    return joinedBytes(
      box('ftyp', letters('isom'), u32(0x200), letters('isomiso2mp41')),
      mp4Movie({ track: size, durationUs, sampleTable, rest: [] }),
      Uint8Array.from([...u32(1), ...letters('mdat'), ...u64(16 + index.end)]),
    );
  };
  return made(made(0).length);
}

/** The `stbl` box, a fragment a chunk (ISO/IEC 14496-12, 8.5.1, 8.6.1, 8.6.2, 8.7.3 to 8.7.5). */
function tableOf(index: ClipIndex, samples: readonly Sample[], offsets: readonly number[]): Uint8Array {
  const times = runs(samples.map(({ durationUs }) => durationUs));
  const shown = runs(samples.map(({ compositionUs }) => compositionUs));
  const keys = samples.flatMap(({ key }, number) => (key ? [number + 1] : []));
  const counts = index.fragments.flatMap((fragment, number) => [number + 1, fragment.samples.length, 1]);
  return box(
    'stbl',
    index.description,
    fullBox('stts', {}, u32(times.length / 2), u32s(times)),
    ...(samples.some(({ compositionUs }) => compositionUs > 0)
      ? [fullBox('ctts', {}, u32(shown.length / 2), u32s(shown))]
      : []),
    fullBox('stss', {}, u32(keys.length), u32s(keys)),
    fullBox('stsc', {}, u32(index.fragments.length), u32s(counts)),
    fullBox('stsz', {}, u32(0), u32(samples.length), u32s(samples.map(({ bytes }) => bytes))),
    fullBox(
      'co64',
      {},
      u32(offsets.length),
      u32s(offsets.flatMap((at) => [Math.floor(at / 2 ** 32), at % 2 ** 32])),
    ),
  );
}

/** Equal values behind one another as pairs of how many and which. */
function runs(values: readonly number[]): readonly number[] {
  const pairs: number[] = [];
  for (const value of values) {
    const count = pairs.at(-2) ?? 0;
    if (count > 0 && pairs.at(-1) === value) pairs[pairs.length - 2] = count + 1;
    else pairs.push(1, value);
  }
  return pairs;
}
