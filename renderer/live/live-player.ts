import type { LiveChunk } from '../../services/contract/live.ts';
import { decoderFor } from './decoder-for.ts';
import { JpegDecoder } from './jpeg-decoder.ts';
import type { LivePlan } from './live-plan.ts';
import { LiveSocket, type LiveStreamConfig } from './live-socket.ts';
import type { PictureCanvas } from './picture-canvas.ts';
import type { PictureDecoder } from './picture-decoder.ts';

interface LivePlayerOptions {
  readonly cameraId: string;
  readonly plan: LivePlan;
  readonly canvas: PictureCanvas;
  /** This browser can't show the stream's codec. */
  readonly onUnplayable: (codec: string) => void;
}

/** Shows a camera after one plan: the socket, and the decoder for what comes over it. */
export class LivePlayer {
  readonly #options: LivePlayerOptions;
  readonly #socket: LiveSocket;
  #decoder: PictureDecoder | null = null;
  #config: LiveStreamConfig | null = null;
  /** What came while the browser was asked whether it can decode it; it answers within milliseconds. */
  #early: LiveChunk[] = [];

  constructor(options: LivePlayerOptions) {
    this.#options = options;
    const { cameraId, plan, canvas } = options;
    if (plan.as === 'stills') this.#decoder = new JpegDecoder(canvas);
    this.#socket = new LiveSocket({
      cameraId,
      wish: plan,
      onConfig: (config) => {
        if (plan.as !== 'stills') void this.#begin(config);
      },
      onChunk: (chunk) => {
        if (this.#decoder === null) this.#early.push(chunk);
        else this.#decoder.add(chunk);
      },
    });
  }

  stop(): void {
    this.#config = null;
    this.#socket.stop();
    this.#decoder?.stop();
  }

  async #begin(config: LiveStreamConfig): Promise<void> {
    this.#config = config;
    this.#decoder?.stop();
    this.#decoder = null;
    this.#early = [];
    const onUnplayable = () => {
      if (this.#config === config) this.#options.onUnplayable(config.codec);
    };
    const decoder = await decoderFor(config, { canvas: this.#options.canvas, onUnplayable });
    if (this.#config !== config) {
      decoder?.stop();
      return;
    }
    this.#decoder = decoder;
    const early = this.#early;
    this.#early = [];
    if (decoder === null) onUnplayable();
    else for (const chunk of early) decoder.add(chunk);
  }
}
