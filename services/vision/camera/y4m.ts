import { Trouble } from '../../contract/trouble.ts';
import { frameMemory } from './frame-memory.ts';

/** One picture of a YUV4MPEG2 stream: width × height luma bytes, then two quarter planes, each side rounded up. */
export interface Y4mPicture {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

const NEWLINE = 0x0a;
/** No header line of ffmpeg's comes near this; more without a line end is not YUV4MPEG2. */
const LONGEST_LINE = 512;

/**
 * Cuts a YUV4MPEG2 byte stream (4:2:0, 8 bits; see yuv4mpeg(5) of mjpegtools) into pictures. Each byte is copied once,
 * into the picture that it belongs to.
 */
export class Y4mSplitter {
  #size: { readonly width: number; readonly height: number; readonly bytes: number } | null = null;
  #line: number[] = [];
  #picture: Uint8Array | null = null;
  #filled = 0;

  /** Takes the next bytes; gives the pictures that they complete, oldest first. Throws Trouble 'no_video' on another format. */
  push(chunk: Uint8Array): readonly Y4mPicture[] {
    const pictures: Y4mPicture[] = [];
    let at = 0;
    while (at < chunk.length) {
      at = this.#picture === null ? this.#readLine(chunk, at) : this.#fill(this.#picture, chunk, at);
      const done = this.#takeFull();
      if (done !== null) pictures.push(done);
    }
    return pictures;
  }

  #readLine(chunk: Uint8Array, from: number): number {
    const end = chunk.indexOf(NEWLINE, from);
    const upTo = end < 0 ? chunk.length : end;
    if (this.#line.length + upTo - from > LONGEST_LINE) throw notY4m();
    for (let at = from; at < upTo; at += 1) this.#line.push(chunk[at] ?? 0);
    if (end < 0) return upTo;
    this.#begin(String.fromCharCode(...this.#line));
    this.#line = [];
    return end + 1;
  }

  #begin(line: string): void {
    if (this.#size === null) {
      this.#size = sizeFrom(line);
      return;
    }
    if (!line.startsWith('FRAME')) throw notY4m();
    this.#picture = frameMemory(this.#size.bytes);
    this.#filled = 0;
  }

  #fill(picture: Uint8Array, chunk: Uint8Array, from: number): number {
    const upTo = Math.min(chunk.length, from + picture.length - this.#filled);
    picture.set(chunk.subarray(from, upTo), this.#filled);
    this.#filled += upTo - from;
    return upTo;
  }

  #takeFull(): Y4mPicture | null {
    if (this.#picture === null || this.#size === null || this.#filled < this.#picture.length) return null;
    const { width, height } = this.#size;
    const bytes = this.#picture;
    this.#picture = null;
    return { width, height, bytes };
  }
}

function sizeFrom(line: string): { width: number; height: number; bytes: number } {
  const fields = /^YUV4MPEG2 (?=.*\bW(\d+))(?=.*\bH(\d+))/.exec(line);
  const width = Number(fields?.[1] ?? 0);
  const height = Number(fields?.[2] ?? 0);
  const chroma = /\bC(\S+)/.exec(line)?.[1] ?? '420';
  if (width === 0 || height === 0 || !/^420(jpeg|mpeg2|paldv)?$/.test(chroma)) throw notY4m();
  return { width, height, bytes: width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2) };
}

function notY4m(): Trouble {
  return new Trouble('no_video', {
    what: 'ffmpeg sent something that is not a picture.',
    advice: 'Check that the ffmpeg on this machine is not replaced by another program.',
  });
}

/** The pictures in a stream; a stream that turns out to hold something else ends there. */
export async function* picturesOf(
  output: AsyncIterable<Uint8Array>,
): AsyncGenerator<Y4mPicture, void, undefined> {
  const splitter = new Y4mSplitter();
  try {
    for await (const chunk of output) yield* splitter.push(chunk);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
  }
}
