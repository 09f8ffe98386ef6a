import { Trouble } from '../../contract/trouble.ts';
import type { VideoChunk, VideoConfig } from '../../contract/video.ts';
import { codecOf } from './codec.ts';
import { boxesIn, boxUnder, type Mp4Box, Mp4Splitter, viewOf } from './mp4-boxes.ts';

/** What a fragmented MP4 says next. */
export type VideoNews =
  | { readonly kind: 'config'; readonly config: VideoConfig }
  | { readonly kind: 'chunk'; readonly chunk: VideoChunk; readonly reordered: boolean };

/** Bytes of a visual sample entry before the boxes in it, and those of `stsd` before its first entry. */
const ENTRY_FIELDS = 78;
const TABLE_FIELDS = 8;

const NOT_SYNC = 0x0001_0000;
// Flags of `tfhd` and `trun` (ISO/IEC 14496-12, 8.8.7 and 8.8.8), in the order of their fields.
const TFHD = { offset: 0x1, description: 0x2, duration: 0x8, size: 0x10, flags: 0x20 } as const;
const TRUN = { offset: 0x1, firstFlags: 0x4, duration: 0x100, size: 0x200, flags: 0x400, composition: 0x800 };

/** Reads what ffmpeg muxes with one picture a fragment (`-movflags frag_every_frame+empty_moov+default_base_moof`). */
export class Mp4Video {
  readonly #splitter = new Mp4Splitter();
  #timescale = 1;
  #fragment: Uint8Array | null = null;

  /** Takes the next bytes; gives what they complete. Throws Trouble 'no_video' on what is no such stream. */
  push(bytes: Uint8Array): readonly VideoNews[] {
    try {
      return this.#splitter.push(bytes).flatMap((box) => this.#take(box));
    } catch (error) {
      if (error instanceof RangeError) throw notVideo();
      throw error;
    }
  }

  #take({ type, body }: Mp4Box): readonly VideoNews[] {
    if (type === 'moov') return [this.#begin(body)];
    if (type === 'moof') this.#fragment = boxUnder(body, ['traf']);
    if (type !== 'mdat' || this.#fragment === null) return [];
    const chunk = chunkOf(this.#fragment, body, this.#timescale);
    this.#fragment = null;
    return [chunk];
  }

  #begin(moov: Uint8Array): VideoNews {
    const media = boxUnder(moov, ['trak', 'mdia']);
    const header = media === null ? null : boxUnder(media, ['mdhd']);
    const table = media === null ? null : boxUnder(media, ['minf', 'stbl', 'stsd']);
    if (header === null || table === null) throw notVideo();
    this.#timescale = viewOf(header).getUint32(header[0] === 1 ? 20 : 12);
    return { kind: 'config', config: configOf(table) };
  }
}

function configOf(table: Uint8Array): VideoConfig {
  const [entry] = boxesIn(table.subarray(TABLE_FIELDS));
  if (entry === undefined) throw notVideo();
  const view = viewOf(entry.body);
  const inside = [...boxesIn(entry.body.subarray(ENTRY_FIELDS))];
  const record = inside.find(({ type }) => type === 'avcC' || type === 'hvcC');
  const description = new Uint8Array(record?.body ?? []);
  return {
    codec: isJpeg(inside) ? 'jpeg' : codecOf(entry.type, description),
    width: view.getUint16(24),
    height: view.getUint16(26),
    description,
  };
}

/** In an MP4, motion JPEG is `mp4v` of object type 0x6c (ISO/IEC 14496-1; registered by the MP4 authority). */
function isJpeg(inside: readonly Mp4Box[]): boolean {
  const esds = inside.find(({ type }) => type === 'esds')?.body ?? new Uint8Array();
  // The decoder's configuration: its tag, its length in one to four bytes, and the object type.
  const at = esds.indexOf(0x04, 4);
  if (at < 0) return false;
  let end = at + 1;
  while (((esds[end] ?? 0) & 0x80) !== 0) end += 1;
  return esds[end + 1] === 0x6c;
}

/** The one picture of a fragment. */
function chunkOf(fragment: Uint8Array, data: Uint8Array, timescale: number): VideoNews {
  const time = boxUnder(fragment, ['tfdt']);
  const run = boxUnder(fragment, ['trun']);
  if (time === null || run === null) throw notVideo();
  const clock = viewOf(time);
  const ticks = time[0] === 1 ? Number(clock.getBigUint64(4)) : clock.getUint32(4);
  const { flags, composition } = sampleOf(fragment, run);
  const toUs = (ticks: number): number => Math.round((ticks * 1_000_000) / timescale);
  return {
    kind: 'chunk',
    chunk: {
      key: (flags & NOT_SYNC) === 0,
      timestampUs: toUs(ticks),
      ...(composition === 0 ? {} : { compositionUs: toUs(composition) }),
      // A copy: a Buffer's `slice` would be a view.
      data: new Uint8Array(data),
    },
    reordered: composition !== 0,
  };
}

interface Sample {
  readonly flags: number;
  /** So many ticks later than it is decoded it is shown; not 0: there are B frames. */
  readonly composition: number;
}

function sampleOf(fragment: Uint8Array, run: Uint8Array): Sample {
  const view = viewOf(run);
  const has = view.getUint32(0);
  let at = 8;
  const field = (bit: number): number | null => {
    if ((has & bit) === 0) return null;
    at += 4;
    return view.getUint32(at - 4);
  };
  field(TRUN.offset);
  const first = field(TRUN.firstFlags);
  field(TRUN.duration);
  field(TRUN.size);
  const own = field(TRUN.flags);
  const composition = field(TRUN.composition) ?? 0;
  return { flags: first ?? own ?? defaultFlags(fragment), composition };
}

function defaultFlags(fragment: Uint8Array): number {
  const header = boxUnder(fragment, ['tfhd']);
  if (header === null) return 0;
  const view = viewOf(header);
  const has = view.getUint32(0);
  const sizes = [
    [TFHD.offset, 8],
    [TFHD.description, 4],
    [TFHD.duration, 4],
    [TFHD.size, 4],
  ] as const;
  const at = sizes.reduce((sum, [bit, size]) => sum + ((has & bit) === 0 ? 0 : size), 8);
  return (has & TFHD.flags) === 0 ? 0 : view.getUint32(at);
}

function notVideo(): Trouble {
  return new Trouble('no_video', {
    what: 'What the camera sends is not a video.',
    advice: 'Check the address; it is often the port or the path that is wrong.',
  });
}
