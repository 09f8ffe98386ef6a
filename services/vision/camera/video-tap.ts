import type { VideoChunk, VideoConfig } from '../../contract/video.ts';
import { Groups, type Unit } from './groups.ts';
import { Transcoder } from './transcoder.ts';

/** What those who look at a stream are told. */
export type TapNews =
  | { readonly kind: 'config'; readonly transcoded: boolean; readonly config: VideoConfig }
  | { readonly kind: 'chunk'; readonly transcoded: boolean; readonly chunk: VideoChunk };

/** In which forms a stream is looked at. */
export interface TapWatch {
  readonly video: boolean;
  readonly transcoded: boolean;
}

/** The video of one stream: its last groups of pictures, and whoever looks at it. Nothing is told that nobody looks at. */
export class VideoTap {
  readonly groups = new Groups();
  readonly #tell: (news: TapNews) => void;
  #config: VideoConfig | null = null;
  #watch: TapWatch = { video: false, transcoded: false };
  #transcoder: Transcoder | null = null;
  #closeTranscoder = new AbortController();

  constructor(tell: (news: TapNews) => void) {
    this.#tell = tell;
  }

  get config(): VideoConfig | null {
    return this.#config;
  }

  configure(config: VideoConfig): void {
    this.#config = config;
    if (this.#watch.video) this.#tell({ kind: 'config', transcoded: false, config });
    if (this.#watch.transcoded) this.#transcode();
  }

  take(unit: Unit): void {
    this.groups.push(unit);
    if (this.#watch.video) this.#tell({ kind: 'chunk', transcoded: false, chunk: unit.chunk });
    this.#transcoder?.take(unit);
  }

  /** Who begins to look is told from the last key frame on. */
  watch(watch: TapWatch): void {
    const before = this.#watch;
    this.#watch = watch;
    if (watch.video && !before.video && this.#config !== null) {
      this.#tell({ kind: 'config', transcoded: false, config: this.#config });
      for (const { chunk } of this.groups.last) this.#tell({ kind: 'chunk', transcoded: false, chunk });
    }
    if (watch.transcoded !== before.transcoded) this.#transcode();
  }

  /** The connection is over: nothing of it is told to who begins to look now. */
  forget(): void {
    this.#config = null;
    this.groups.forget();
  }

  stop(): void {
    this.#watch = { video: false, transcoded: false };
    this.#transcode();
  }

  #transcode(): void {
    this.#closeTranscoder.abort();
    this.#closeTranscoder = new AbortController();
    this.#transcoder = null;
    if (!this.#watch.transcoded || this.#config === null) return;
    this.#transcoder = new Transcoder({
      config: this.#config,
      signal: this.#closeTranscoder.signal,
      onVideo: (news) => {
        if (news.kind === 'config') this.#tell({ kind: 'config', transcoded: true, config: news.config });
        else this.#tell({ kind: 'chunk', transcoded: true, chunk: news.chunk });
      },
    });
    for (const unit of this.groups.last) this.#transcoder.take(unit);
  }
}
