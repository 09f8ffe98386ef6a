import type { LiveChunk } from '../../services/contract/live.ts';
import type { Mp4Track } from '../../services/contract/mp4-movie.ts';
import { MediaSourcePlayer } from './media-source-player.ts';
import type { PictureCanvas } from './picture-canvas.ts';
import type { PictureDecoder } from './picture-decoder.ts';

/** Players that failed in a row, without one picture, before the codec counts as one that can't be shown. */
const mostFailures = 3;

interface MediaSourceOptions {
  readonly canvas: PictureCanvas;
  readonly track: Mp4Track;
  readonly onUnplayable: () => void;
}

/** Decodes with the browser's player. After a damaged picture a new one begins at the next key frame. */
export class MediaSourceDecoder implements PictureDecoder {
  readonly #options: MediaSourceOptions;
  #player: MediaSourcePlayer | null = null;
  #failures = 0;

  constructor(options: MediaSourceOptions) {
    this.#options = options;
  }

  add(chunk: LiveChunk): void {
    if (this.#player === null && chunk.key) this.#player = this.#begin();
    this.#player?.add(chunk);
  }

  stop(): void {
    this.#player?.stop();
    this.#player = null;
  }

  #begin(): MediaSourcePlayer {
    const { canvas, track, onUnplayable } = this.#options;
    const player: MediaSourcePlayer = new MediaSourcePlayer({
      track,
      onPicture: (video) => {
        this.#failures = 0;
        canvas.draw(video, { width: video.videoWidth, height: video.videoHeight });
      },
      onError: () => {
        if (this.#player !== player) return;
        this.stop();
        this.#failures += 1;
        if (this.#failures >= mostFailures) onUnplayable();
      },
    });
    return player;
  }
}
