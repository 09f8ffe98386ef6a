import type { Writable } from 'node:stream';
import type { VideoChunk, VideoConfig } from '../../contract/video.ts';
import { annexB } from './annexb.ts';
import { type CodecFamily, RAW_FORMATS } from './codec.ts';

/** ffmpeg's arguments for pictures that are fed to it one by one: nothing is probed, none is doubled or left out. */
export function rawInput(family: CodecFamily): readonly string[] {
  const input = ['-probesize', '32', '-analyzeduration', '0', '-f', RAW_FORMATS[family], '-i', 'pipe:0'];
  return [...input, '-an', '-fps_mode', 'passthrough'];
}

/** Feeds an ffmpeg that may be too slow: when too much waits to be read, it goes on at a later key frame. */
export class RawFeed {
  readonly #input: Writable;
  readonly #mostUnread: number;
  #skipping = false;

  constructor(input: Writable, mostUnread: number) {
    this.#input = input;
    this.#mostUnread = mostUnread;
  }

  /** Whether ffmpeg has not read all that it was given. */
  get isUnread(): boolean {
    return this.#input.writableLength > 0;
  }

  /** Whether the chunk may be written; otherwise it is dropped, and so are those that stand on it. */
  accepts({ key }: VideoChunk): boolean {
    if (this.#input.writableLength > this.#mostUnread) this.#skipping = true;
    else if (key) this.#skipping = false;
    return !this.#skipping;
  }

  write(config: VideoConfig, chunk: VideoChunk): void {
    this.#input.write(annexB(config, chunk));
  }
}
