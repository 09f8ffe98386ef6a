/** A picture in memory: RGB, 8 bits a channel, row by row, `width * height * 3` bytes. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * A picture as cameras send it: planar YUV 4:2:0 of limited range, row by row. The chroma planes have half the width and
 * height, rounded up.
 */
export interface YuvImage {
  readonly width: number;
  readonly height: number;
  readonly y: Uint8Array;
  readonly u: Uint8Array;
  readonly v: Uint8Array;
}

/** What networks look at: of a camera's picture only the part that is looked at is turned into RGB. */
export type Picture = RgbImage | YuvImage;
