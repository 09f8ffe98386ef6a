import type { VideoConfig } from '../contract/video.ts';
import { annexB } from './annexb.ts';
import { familyOf, RAW_FORMATS } from './codec.ts';
import { type Ffmpeg, readPieces, startFfmpeg } from './ffmpeg.ts';
import type { Unit } from './groups.ts';
import { Mp4Video, type VideoNews } from './mp4-video.ts';
import { FRAGMENTS, shrunk } from './stream.ts';

const MOST_UNREAD = 8 * 1024 * 1024;
const SOON = ['-preset', 'ultrafast', '-tune', 'zerolatency', '-g', '50', '-threads', '1'];

interface Options {
  readonly config: VideoConfig;
  readonly signal: AbortSignal;
  readonly onVideo: (news: VideoNews) => void;
}

/** Makes H.264 of a stream that a page can't decode, at most 1280 wide, while somebody looks. */
export class Transcoder {
  readonly #config: VideoConfig;
  readonly #ffmpeg: Ffmpeg;
  #skipping = false;

  constructor({ config, signal, onVideo }: Options) {
    this.#config = config;
    const input = ['-threads', '1', '-probesize', '32', '-analyzeduration', '0', '-flags', 'low_delay'];
    const clock = ['-use_wallclock_as_timestamps', '1'];
    const format = RAW_FORMATS[familyOf(config.codec)];
    this.#ffmpeg = startFfmpeg(
      [
        ...[...input, ...clock, '-f', format, '-i', 'pipe:0', '-an', '-vf', shrunk],
        ...['-fps_mode', 'passthrough', '-c:v', 'libx264', ...SOON, ...FRAGMENTS, 'pipe:1'],
      ],
      signal,
    );
    void this.#read(signal, onVideo);
  }

  /** Units that ffmpeg is too slow for are dropped, up to the next key frame. */
  take(unit: Unit): void {
    if (this.#ffmpeg.input.writableLength > MOST_UNREAD) this.#skipping = true;
    else if (unit.chunk.key) this.#skipping = false;
    if (!this.#skipping) this.#ffmpeg.input.write(annexB(this.#config, unit.chunk));
  }

  async #read(signal: AbortSignal, onVideo: (news: VideoNews) => void): Promise<void> {
    const reader = new Mp4Video();
    await readPieces(this.#ffmpeg.output, (bytes) => {
      for (const news of reader.push(bytes)) if (!signal.aborted) onVideo(news);
    });
  }
}
