import { liveChunkBytes, liveConfigText } from '../../contract/live.ts';
import type { VideoChunk, VideoConfig, Watched } from '../../contract/video.ts';
import { LivePictures } from './live-pictures.ts';
import { LiveViewer, type ViewerSocket } from './live-viewer.ts';

/** One stream of a camera in one showing, and the pages that look at it. Each chunk is made ready for the wire once. */
export class LiveStream {
  readonly watched: Watched;
  readonly #pictures = new LivePictures();
  readonly #viewers = new Set<LiveViewer>();
  #config: string | null = null;

  constructor(watched: Watched) {
    this.watched = watched;
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  get dropped(): number {
    return [...this.#viewers].reduce((sum, { dropped }) => sum + dropped, 0);
  }

  join(socket: ViewerSocket): LiveViewer {
    const viewer = new LiveViewer(socket);
    this.#viewers.add(viewer);
    viewer.begin(this.#config, this.#pictures);
    return viewer;
  }

  leave(viewer: LiveViewer): boolean {
    return this.#viewers.delete(viewer);
  }

  /** The chunks so far are of another kind: everybody begins anew. */
  configured(config: VideoConfig): void {
    const { stream, as } = this.watched;
    this.#config = liveConfigText(config, { stream, transcoded: as === 'transcoded' });
    this.#pictures.clear();
    for (const viewer of this.#viewers) viewer.begin(this.#config, this.#pictures);
  }

  /** Chunks of a video come after its config, otherwise nobody could decode them. */
  seen(chunk: VideoChunk): void {
    if (this.#config === null && this.watched.as !== 'stills') return;
    const bytes = liveChunkBytes(chunk);
    this.#pictures.add(bytes, chunk.key);
    for (const viewer of this.#viewers) viewer.show(bytes, chunk.key);
  }
}
