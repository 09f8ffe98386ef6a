import type { LiveChunk } from '../../services/contract/live.ts';
import type { PictureCanvas } from './picture-canvas.ts';
import type { PictureDecoder } from './picture-decoder.ts';

/** The decoder does not keep up when it is so far behind the key frame that comes: then it jumps there. */
const mostBehindUs = 600_000;
/** Between two key frames that lie far apart, no more than this may wait. */
const mostWaitingEver = 600;
/** Key frames that failed in a row, without one picture, before the codec counts as one that can't be shown. */
const mostFailures = 3;

interface WebCodecsOptions {
  readonly canvas: Pick<PictureCanvas, 'offer'>;
  readonly config: VideoDecoderConfig;
  readonly onUnplayable: () => void;
}

/** Decodes with WebCodecs. A damaged stretch is skipped up to the next key frame. */
export class WebCodecsDecoder implements PictureDecoder {
  readonly #options: WebCodecsOptions;
  #decoder: VideoDecoder | null = null;
  /** The time of the picture that was decoded last. */
  #shownUs: number | null = null;
  #failures = 0;
  #stopped = false;

  constructor(options: WebCodecsOptions) {
    this.#options = options;
  }

  add(chunk: LiveChunk): void {
    const { key, timestampUs, data } = chunk;
    const waiting = this.#decoder?.decodeQueueSize ?? 0;
    const behindUs = waiting > 1 && this.#shownUs !== null ? timestampUs - this.#shownUs : 0;
    if ((key && behindUs > mostBehindUs) || waiting > mostWaitingEver) this.#close();
    if (this.#decoder === null && key) this.#decoder = this.#open();
    if (this.#decoder?.state !== 'configured') return;
    try {
      this.#decoder.decode(
        new EncodedVideoChunk({ type: key ? 'key' : 'delta', timestamp: timestampUs, data }),
      );
    } catch {
      // Such as a key frame that is none: the next one may be whole.
      this.#fail(this.#decoder);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#close();
  }

  #open(): VideoDecoder | null {
    if (this.#stopped) return null;
    const decoder: VideoDecoder = new VideoDecoder({
      output: (frame) => {
        this.#failures = 0;
        this.#shownUs = frame.timestamp;
        const size = { width: frame.displayWidth, height: frame.displayHeight };
        if (this.#decoder === decoder) this.#options.canvas.offer({ image: frame, size });
        else frame.close();
      },
      error: () => {
        this.#fail(decoder);
      },
    });
    decoder.configure(this.#options.config);
    return decoder;
  }

  #fail(decoder: VideoDecoder): void {
    if (this.#decoder !== decoder) return;
    this.#close();
    this.#failures += 1;
    if (this.#failures >= mostFailures) this.#options.onUnplayable();
  }

  #close(): void {
    const decoder = this.#decoder;
    this.#decoder = null;
    if (decoder !== null && decoder.state !== 'closed') decoder.close();
  }
}
