/** A picture in memory: RGB, 8 bits a channel, row by row, `width * height * 3` bytes. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
