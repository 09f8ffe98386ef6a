import { box, fullBox, letters, type Mp4Part, u16, u32, u64, zeros } from './mp4-writing.ts';

/** The one video track of an MP4 file. */
export interface Mp4Track {
  /** As RFC 6381 writes it, its first four letters name the sample entry: avc1, hvc1; or `jpeg`, when every picture is one. */
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  /** The content of the avcC or hvcC box. */
  readonly description: Uint8Array;
}

/** Times in an MP4 are counted in microseconds. */
const unitsPerSecond = 1_000_000;
const unityMatrix = [1, 0, 0, 0, 1, 0, 0, 0, 0x4000].flatMap((value) =>
  value === 1 ? u32(0x10000) : value === 0x4000 ? u32(0x40000000) : u32(0),
);

interface Movie {
  readonly track: Pick<Mp4Track, 'width' | 'height'>;
  /** 0: not known. */
  readonly durationUs: number;
  /** The `stbl` box. */
  readonly sampleTable: Uint8Array;
  /** What stands behind the track. */
  readonly rest: readonly Mp4Part[];
}

/** The `moov` box (ISO/IEC 14496-12, 8.2). */
export function mp4Movie({ track, durationUs, sampleTable, rest }: Movie): Uint8Array<ArrayBuffer> {
  const times = { version: 1 };
  const movieHeader = [
    ...zeros(16),
    ...u32(unitsPerSecond),
    ...u64(durationUs),
    ...u32(0x10000),
    ...u16(0x100),
  ];
  const trackHeader = [...zeros(16), ...u32(1), ...zeros(4), ...u64(durationUs), ...zeros(16)];
  const size = [...u32(track.width * 0x10000), ...u32(track.height * 0x10000)];
  return box(
    'moov',
    fullBox('mvhd', times, movieHeader, zeros(10), unityMatrix, zeros(24), u32(2)),
    box(
      'trak',
      fullBox('tkhd', { ...times, flags: 3 }, trackHeader, unityMatrix, size),
      box(
        'mdia',
        fullBox('mdhd', times, zeros(16), u32(unitsPerSecond), u64(durationUs), u16(0x55c4), u16(0)),
        fullBox('hdlr', {}, u32(0), letters('vide'), zeros(12), letters('video\0')),
        box(
          'minf',
          fullBox('vmhd', { flags: 1 }, zeros(8)),
          box('dinf', fullBox('dref', {}, u32(1), fullBox('url ', { flags: 1 }))),
          sampleTable,
        ),
      ),
    ),
    ...rest,
  );
}

/** The `stsd` box, which says how the pictures are coded (ISO/IEC 14496-12, 8.5.2; 14496-15). */
export function sampleDescription({ codec, width, height, description }: Mp4Track): Uint8Array {
  const visual = [
    ...[...zeros(6), ...u16(1), ...zeros(16), ...u16(width), ...u16(height)],
    ...[...u32(0x480000), ...u32(0x480000), ...u32(0), ...u16(1), ...zeros(32), ...u16(24), ...u16(0xffff)],
  ];
  const entry = codec.slice(0, 4);
  const coded =
    codec === 'jpeg'
      ? box('mp4v', visual, jpegDescription)
      : box(entry, visual, box(entry.startsWith('h') ? 'hvcC' : 'avcC', description));
  return fullBox('stsd', {}, u32(1), coded);
}

/** Elementary stream of object type 0x6c, JPEG (ISO/IEC 14496-1, 7.2.6.5 and 7.2.6.6). */
const jpegDescription = fullBox('esds', {}, [
  ...[0x03, 21, 0, 1, 0],
  ...[0x04, 13, 0x6c, 0x11, ...zeros(11)],
  ...[0x06, 1, 2],
]);
