import { joinedBytes } from './joined-bytes.ts';

/**
 * Fragmented MP4 (ISO/IEC 14496-12, 14496-15) with one video track, for the browser's player: each picture is a fragment of
 * its own, so that none waits for the next key frame. Times are microseconds; pictures are shown in the order they come in,
 * as cameras send them.
 */
export interface Mp4Track {
  /** As RFC 6381 writes it. Its first four letters name the sample entry: avc1, hvc1. */
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  /** The content of the avcC or hvcC box. */
  readonly description: Uint8Array;
}

export interface Mp4Picture {
  /** From 1, by one more for each. */
  readonly number: number;
  readonly key: boolean;
  readonly timeUs: number;
  readonly durationUs: number;
  readonly data: Uint8Array;
}

type Part = Uint8Array | readonly number[];

const u16 = (value: number): readonly number[] => [(value >>> 8) & 255, value & 255];
const u32 = (value: number): readonly number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const u64 = (value: number): readonly number[] => [
  ...u32(Math.floor(value / 2 ** 32)),
  ...u32(value % 2 ** 32),
];
const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0);
const letters = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const unityMatrix = [1, 0, 0, 0, 1, 0, 0, 0, 0x4000].flatMap((value) =>
  value === 1 ? u32(0x10000) : value === 0x4000 ? u32(0x40000000) : u32(0),
);

const unitsPerSecond = 1_000_000;
/** sample_depends_on and sample_is_non_sync_sample, ISO/IEC 14496-12, 8.8.3.1. */
const keyFlags = 0x02000000;
const deltaFlags = 0x01010000;

function box(type: string, ...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 8);
  const bytes = new Uint8Array(length);
  bytes.set(u32(length));
  bytes.set(letters(type), 4);
  let at = 8;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A box with version and flags. */
function fullBox(
  type: string,
  head: { readonly version?: number; readonly flags?: number },
  ...parts: Part[]
) {
  return box(type, [head.version ?? 0, ...u32(head.flags ?? 0).slice(1)], ...parts);
}

function sampleTable({ codec, width, height, description }: Mp4Track): Uint8Array {
  const entry = codec.slice(0, 4);
  const visual = [
    ...[...zeros(6), ...u16(1), ...zeros(16), ...u16(width), ...u16(height)],
    ...[...u32(0x480000), ...u32(0x480000), ...u32(0), ...u16(1), ...zeros(32), ...u16(24), ...u16(0xffff)],
  ];
  const config = box(entry.startsWith('h') ? 'hvcC' : 'avcC', description);
  return box(
    'stbl',
    fullBox('stsd', {}, u32(1), box(entry, visual, config)),
    fullBox('stts', {}, u32(0)),
    fullBox('stsc', {}, u32(0)),
    fullBox('stsz', {}, u32(0), u32(0)),
    fullBox('stco', {}, u32(0)),
  );
}

/** The part that comes before the first picture. Without a duration: the player takes it for live. */
export function mp4Start(track: Mp4Track): Uint8Array<ArrayBuffer> {
  const { width, height } = track;
  const movieHeader = [...zeros(8), ...u32(unitsPerSecond), ...u32(0), ...u32(0x10000), ...u16(0x100)];
  const trackHeader = [...zeros(8), ...u32(1), ...zeros(8), ...zeros(8), ...zeros(8), ...unityMatrix];
  const media = box(
    'mdia',
    fullBox('mdhd', {}, zeros(8), u32(unitsPerSecond), u32(0), u16(0x55c4), u16(0)),
    fullBox('hdlr', {}, u32(0), letters('vide'), zeros(12), letters('video\0')),
    box(
      'minf',
      fullBox('vmhd', { flags: 1 }, zeros(8)),
      box('dinf', fullBox('dref', {}, u32(1), fullBox('url ', { flags: 1 }))),
      sampleTable(track),
    ),
  );
  return joinedBytes(
    box('ftyp', letters('iso6'), u32(0), letters('iso6mp41')),
    box(
      'moov',
      fullBox('mvhd', {}, movieHeader, zeros(10), unityMatrix, zeros(24), u32(2)),
      box(
        'trak',
        fullBox('tkhd', { flags: 3 }, trackHeader, u32(width * 0x10000), u32(height * 0x10000)),
        media,
      ),
      box('mvex', fullBox('trex', {}, u32(1), u32(1), u32(0), u32(0), u32(0))),
    ),
  );
}

export function mp4Fragment({ number, key, timeUs, durationUs, data }: Mp4Picture): Uint8Array<ArrayBuffer> {
  // The sizes do not depend on where the data begins, so the box is made twice: to measure it, and to say it.
  const movieFragment = (dataOffset: number) =>
    box(
      'moof',
      fullBox('mfhd', {}, u32(number)),
      box(
        'traf',
        fullBox('tfhd', { flags: 0x020000 }, u32(1)),
        fullBox('tfdt', { version: 1 }, u64(timeUs)),
        // Offset of the data, then duration, size and flags of the one picture.
        fullBox(
          'trun',
          { flags: 0x000701 },
          [...u32(1), ...u32(dataOffset), ...u32(durationUs)],
          [...u32(data.length), ...u32(key ? keyFlags : deltaFlags)],
        ),
      ),
    );
  return joinedBytes(movieFragment(movieFragment(0).length + 8), box('mdat', data));
}
