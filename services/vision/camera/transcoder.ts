import type { VideoConfig } from '../../contract/video.ts';
import { familyOf } from './codec.ts';
import { type Ffmpeg, readPieces, startFfmpeg } from './ffmpeg.ts';
import type { Unit } from './groups.ts';
import { Mp4Video, type VideoNews } from './mp4-video.ts';
import { RawFeed, rawInput } from './raw-feed.ts';
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
  readonly #feed: RawFeed;

  constructor({ config, signal, onVideo }: Options) {
    this.#config = config;
    const input = ['-threads', '1', '-flags', 'low_delay', '-use_wallclock_as_timestamps', '1'];
    this.#ffmpeg = startFfmpeg(
      [
        ...[...input, ...rawInput(familyOf(config.codec)), '-vf', shrunk],
        ...['-c:v', 'libx264', ...SOON, ...FRAGMENTS, 'pipe:1'],
      ],
      signal,
    );
    this.#feed = new RawFeed(this.#ffmpeg.input, MOST_UNREAD);
    void this.#read(signal, onVideo);
  }

  /** Units that ffmpeg is too slow for are dropped, up to the next key frame. */
  take(unit: Unit): void {
    if (this.#feed.accepts(unit.chunk)) this.#feed.write(this.#config, unit.chunk);
  }

  async #read(signal: AbortSignal, onVideo: (news: VideoNews) => void): Promise<void> {
    const reader = new Mp4Video();
    await readPieces(this.#ffmpeg.output, (bytes) => {
      for (const news of reader.push(bytes)) if (!signal.aborted) onVideo(news);
    });
  }
}
