import {
  readLiveChunk,
  readLiveConfig,
  type LiveChunk,
  type LiveWish,
} from '../../services/contract/live.ts';
import { socketAddress } from '../connection.ts';

export type LiveStreamConfig = NonNullable<ReturnType<typeof readLiveConfig>>;

interface LiveSocketOptions {
  readonly cameraId: string;
  readonly wish: LiveWish;
  readonly onConfig: (config: LiveStreamConfig) => void;
  readonly onChunk: (chunk: LiveChunk) => void;
}

const firstRetryMs = 500;
const longestRetryMs = 5000;

/** The line to `/live/<camera>`. A lost one is opened again, until `stop()`. */
export class LiveSocket {
  readonly #options: LiveSocketOptions;
  #socket: WebSocket | null = null;
  #retryMs = firstRetryMs;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveSocketOptions) {
    this.#options = options;
    this.#open();
  }

  stop(): void {
    clearTimeout(this.#retry);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #open(): void {
    const { cameraId, wish } = this.#options;
    const socket = new WebSocket(socketAddress(`/live/${cameraId}?stream=${wish.stream}&as=${wish.as}`));
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (this.#socket === socket) this.#read(data);
    });
    socket.addEventListener('close', () => {
      if (this.#socket !== socket) return;
      this.#retry = setTimeout(() => {
        this.#open();
      }, this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
    });
    this.#socket = socket;
  }

  #read(message: unknown): void {
    if (typeof message === 'string') {
      const config = readLiveConfig(message);
      if (config !== null) this.#options.onConfig(config);
    } else if (message instanceof ArrayBuffer) {
      const chunk = readLiveChunk(message);
      if (chunk === null) return;
      this.#retryMs = firstRetryMs;
      this.#options.onChunk(chunk);
    }
  }
}
