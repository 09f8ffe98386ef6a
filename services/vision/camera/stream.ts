import type { Source } from './source.ts';

/** Wider pictures are scaled down to this; smaller ones stay as they are. */
const LARGEST_WIDTH = 1280;
/** No camera is that narrow; pixels of a wild shape must not make pictures that fill the memory. */
const LARGEST_HEIGHT = 4 * LARGEST_WIDTH;

/** ffmpeg's filters that make a picture the size and the kind that is looked at. */
export const shrunk = [
  `scale=w='trunc(min(${LARGEST_WIDTH},iw)/2)*2':h='trunc(min(${LARGEST_HEIGHT},ow/dar)/2)*2':out_range=tv:flags=fast_bilinear`,
  'format=yuv420p',
].join(',');

/** What is taken from one connection to a camera. */
export interface Wanted {
  /** The camera's own video, one picture a fragment of MP4, at `pipe:1`. */
  readonly video: boolean;
  /** So many decoded pictures a second, YUV4MPEG2 4:2:0, at `pipe:3`; null: none. */
  readonly framesPerSecond: number | null;
  /** ffmpeg's options for a decoder in hardware. */
  readonly hardware?: readonly string[];
}

/** One thread is cheapest; a damaged picture is no picture, rather than a smear that seems to move. */
export const DECODING = ['-threads', '1', '-err_detect', 'explode'];

/** A fragment a picture; the moov box is written at once. */
export const FRAGMENTS = ['-f', 'mp4', '-movflags', 'frag_every_frame+empty_moov+default_base_moof'];

/**
 * ffmpeg's arguments for one connection. Pictures are chosen before they are scaled, and by `select`, since `fps` holds each
 * picture until the next one is there. Neither `nobuffer` nor `low_delay` is used: they throw the probed packets away, and
 * the first picture waits for the next key frame.
 */
export function streamArguments(
  source: Source,
  { video, framesPerSecond, hardware = [] }: Wanted,
): readonly string[] {
  const map = ['-map', '0:v:0', '-an'];
  const copy = video ? [...map, ...source.video, ...FRAGMENTS, 'pipe:1'] : [];
  const filters = framesPerSecond === null ? '' : `${chosen(framesPerSecond)},${shrunk}`;
  const decoded = [
    '-fps_mode',
    'passthrough',
    '-vf',
    filters,
    '-threads',
    '1',
    '-f',
    'yuv4mpegpipe',
    'pipe:3',
  ];
  return [
    ...DECODING,
    ...(framesPerSecond === null ? [] : hardware),
    ...source.options,
    '-i',
    source.input,
    ...copy,
    ...(framesPerSecond === null ? [] : [...map, ...decoded]),
  ];
}

/** A camera whose clock jumps back, or stands still, goes on being looked at. */
function chosen(framesPerSecond: number): string {
  const dueSeconds = 0.95 / framesPerSecond;
  const due = `gte(t-prev_selected_t,${dueSeconds.toFixed(3)})`;
  return `select='isnan(prev_selected_t)+${due}+lt(t,prev_selected_t)+gte(n-prev_selected_n,30)'`;
}
