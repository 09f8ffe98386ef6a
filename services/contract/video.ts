import type { CameraId } from './identifiers.ts';

/** A camera's streams: the large one, and the small one that most cameras offer beside it. */
export type StreamName = 'main' | 'sub';

/** How a page wants to see a camera: its video as it comes, its video made H.264, or a still picture once a second. */
export type Showing = 'video' | 'transcoded' | 'stills';

/** What somebody looks at now. */
export interface Watched {
  readonly cameraId: CameraId;
  readonly stream: StreamName;
  readonly as: Showing;
}

export interface VideoStream {
  readonly cameraId: CameraId;
  readonly stream: StreamName;
  /** Made H.264 here, since somebody can't decode the camera's own codec. */
  readonly transcoded: boolean;
}

/** What must be known before a chunk can be decoded. Told before the first chunk, and again when the camera changes it. */
export interface VideoConfig {
  /** As WebCodecs and RFC 6381 write it: `avc1.640028`, `hvc1.1.6.L120.90`; `jpeg` when every chunk is a whole JPEG. */
  readonly codec: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The avcC or hvcC box's content (ISO/IEC 14496-15); empty for `jpeg`. */
  readonly description: Uint8Array;
}

/** One coded picture: NAL units, each behind its length in four bytes (ISO/IEC 14496-15), or a JPEG. */
export interface VideoChunk {
  /** A decoder can begin here. */
  readonly key: boolean;
  /** Of the camera's own clock, from the start of its connection. */
  readonly timestampUs: number;
  readonly data: Uint8Array;
  /** How much later than `timestampUs` the picture is shown; absent without B frames. */
  readonly compositionUs?: number;
}

/** A coded picture on its way to a recording. */
export interface RecordedPicture extends VideoChunk {
  /** When it came, milliseconds of the clock that all processes of this machine share (monotonic-clock.ts). */
  readonly arrivedMs: number;
  /** By one more for each picture of a camera, modulo 2³²: a gap is pictures that were lost on the way. */
  readonly number: number;
}

/** What is kept of a camera's stream, and what of it is wanted. */
export interface RecordingWish {
  readonly cameraId: CameraId;
  readonly stream: StreamName;
  /** So many milliseconds of the newest pictures are kept in memory. */
  readonly keepMs: number;
  /**
   * Pictures are sent from the last key frame on that came at or before this moment of the shared clock, as far as they are
   * still kept; null: none is wanted now.
   */
  readonly fromMs: number | null;
}
