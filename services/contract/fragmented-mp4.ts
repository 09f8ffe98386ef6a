import { joinedBytes } from './joined-bytes.ts';
import { type Mp4Track, mp4Movie, sampleDescription } from './mp4-movie.ts';
import { box, fullBox, letters, u32, u32s, u64 } from './mp4-writing.ts';

/**
 * Fragmented MP4 (ISO/IEC 14496-12, 14496-15) with one video track: for the browser's player, which gets each picture as a
 * fragment of its own, so that none waits for the next key frame, and for clips. Times are microseconds.
 */
export interface Mp4Fragment {
  /** From 1, by one more for each. */
  readonly number: number;
  /** Of its first picture. */
  readonly timeUs: number;
  /** In the order in which they are decoded. */
  readonly pictures: readonly Mp4Picture[];
}

export interface Mp4Picture {
  readonly key: boolean;
  readonly durationUs: number;
  /** So much later than it is decoded it is shown. */
  readonly compositionUs?: number;
  readonly data: Uint8Array;
}

/** sample_depends_on and sample_is_non_sync_sample, ISO/IEC 14496-12, 8.8.3.1. */
export const keyFlags = 0x02000000;
const deltaFlags = 0x01010000;

/** The part that comes before the first picture. Without a duration: the player takes it for live. */
export function mp4Start(track: Mp4Track): Uint8Array<ArrayBuffer> {
  const sampleTable = box(
    'stbl',
    sampleDescription(track),
    fullBox('stts', {}, u32(0)),
    fullBox('stsc', {}, u32(0)),
    fullBox('stsz', {}, u32(0), u32(0)),
    fullBox('stco', {}, u32(0)),
  );
  const rest = [box('mvex', fullBox('trex', {}, u32(1), u32(1), u32(0), u32(0), u32(0)))];
  return joinedBytes(
    box('ftyp', letters('iso6'), u32(0), letters('iso6mp41')),
    mp4Movie({ track, durationUs: 0, sampleTable, rest }),
  );
}

export function mp4Fragment({ number, timeUs, pictures }: Mp4Fragment): Uint8Array<ArrayBuffer> {
  const samples = u32s(
    pictures.flatMap(({ key, durationUs, compositionUs = 0, data }) => [
      ...[durationUs, data.length, key ? keyFlags : deltaFlags, compositionUs],
    ]),
  );
  // The sizes do not depend on where the data begins, so the box is made twice: to measure it, and to say it.
  const movieFragment = (dataOffset: number) =>
    box(
      'moof',
      fullBox('mfhd', {}, u32(number)),
      box(
        'traf',
        fullBox('tfhd', { flags: 0x020000 }, u32(1)),
        fullBox('tfdt', { version: 1 }, u64(timeUs)),
        // Offset of the data, then duration, size, flags and composition offset of each picture.
        fullBox('trun', { flags: 0x000f01 }, u32(pictures.length), u32(dataOffset), samples),
      ),
    );
  const data = pictures.map((picture) => picture.data);
  return joinedBytes(movieFragment(movieFragment(0).length + 8), box('mdat', ...data));
}
