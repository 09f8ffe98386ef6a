import type { VideoChunk, VideoConfig } from '../../contract/video.ts';
import { familyOf } from './codec.ts';
import { viewOf } from './mp4-boxes.ts';

const START_CODE = Uint8Array.of(0, 0, 0, 1);
/** An access unit delimiter after a picture tells ffmpeg at once that the picture is whole. */
const DELIMITER = {
  h264: Uint8Array.of(0, 0, 0, 1, 0x09, 0xf0),
  hevc: Uint8Array.of(0, 0, 0, 1, 0x46, 0x01, 0x50),
} as const;

/** Bytes of an hvcC before its arrays, and of an avcC before its parameter sets (ISO/IEC 14496-15, 8.3.3 and 5.3.3). */
const HVCC_FIELDS = 22;
const AVCC_FIELDS = 5;

/**
 * A picture as a byte stream (ITU-T H.264, annex B; H.265 alike): start codes instead of lengths, the parameter sets before
 * each key frame, and a delimiter behind it. A JPEG is a byte stream already.
 */
export function annexB(config: VideoConfig, chunk: VideoChunk): Uint8Array {
  const family = familyOf(config.codec);
  if (family !== 'h264' && family !== 'hevc') return chunk.data;
  const sets = chunk.key ? parameterSets(config) : [];
  const marked = sets.flatMap((set) => [START_CODE, set]);
  return Buffer.concat([...marked, withStartCodes(chunk.data), DELIMITER[family]]);
}

/** The NAL units of an avcC or hvcC. What is cut short is left out. */
export function parameterSets({ codec, description }: VideoConfig): readonly Uint8Array[] {
  if (familyOf(codec) === 'hevc') return hevcSets(description);
  const view = viewOf(description);
  const sets: Uint8Array[] = [];
  let at = AVCC_FIELDS;
  for (const mask of [0x1f, 0xff]) {
    let count = (description[at] ?? 0) & mask;
    for (at += 1; count > 0 && at + 2 <= description.length; count -= 1) {
      const size = view.getUint16(at);
      sets.push(description.subarray(at + 2, at + 2 + size));
      at += 2 + size;
    }
  }
  return sets;
}

/** The parameter sets that come with a picture; none when the camera tells them beforehand only. */
export function setsIn({ codec }: VideoConfig, { data }: VideoChunk): readonly Uint8Array[] {
  const view = viewOf(data);
  const isHevc = familyOf(codec) === 'hevc';
  const sets: Uint8Array[] = [];
  for (let at = 0; at + 5 <= data.length; at += 4 + view.getUint32(at)) {
    const first = data[at + 4] ?? 0;
    const type = isHevc ? (first >> 1) & 0x3f : first & 0x1f;
    const isSet = isHevc ? type >= 32 && type <= 34 : type === 7 || type === 8;
    if (isSet) sets.push(data.subarray(at + 4, at + 4 + view.getUint32(at)));
  }
  return sets;
}

function hevcSets(description: Uint8Array): readonly Uint8Array[] {
  const view = viewOf(description);
  const sets: Uint8Array[] = [];
  let at = HVCC_FIELDS + 1;
  for (let arrays = description[HVCC_FIELDS] ?? 0; arrays > 0 && at + 3 <= description.length; arrays -= 1) {
    let count = view.getUint16(at + 1);
    for (at += 3; count > 0 && at + 2 <= description.length; count -= 1) {
      const size = view.getUint16(at);
      sets.push(description.subarray(at + 2, at + 2 + size));
      at += 2 + size;
    }
  }
  return sets;
}

/** A length and a start code are four bytes both. A unit that claims more than there is ends the picture. */
function withStartCodes(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data);
  const view = viewOf(bytes);
  let at = 0;
  while (at + 4 <= bytes.length) {
    const size = view.getUint32(at);
    if (at + 4 + size > bytes.length) return bytes.subarray(0, at);
    bytes.set(START_CODE, at);
    at += 4 + size;
  }
  return bytes.subarray(0, at);
}
