import type { LivePictures } from './live-pictures.ts';

/** What a viewer needs of a WebSocket (of package `ws`). */
export interface ViewerSocket {
  /** Bytes that were sent but are not on the network yet. */
  readonly bufferedAmount: number;
  send(message: string | Uint8Array): void;
  on(event: 'close', listener: () => void): unknown;
}

/** About a second of a 4K camera. More than this on its way means that the page, or its network, is too slow. */
const MOST_WAITING_BYTES = 2 * 1024 * 1024;

/** One page that looks at one stream. When it is too slow it loses chunks up to the next key frame: nothing queues. */
export class LiveViewer {
  readonly #socket: ViewerSocket;
  #state: 'needs_key' | 'flowing' | 'behind' = 'needs_key';
  /** What was sent at once for a quick start may wait longer. */
  #startBytes = 0;
  #dropped = 0;

  constructor(socket: ViewerSocket) {
    this.#socket = socket;
  }

  /** Chunks that it did not get, since it was too slow. */
  get dropped(): number {
    return this.#dropped;
  }

  /** What the stream is, and what there is of it already. */
  begin(config: string | null, pictures: LivePictures): void {
    this.#state = pictures.chunks.length === 0 ? 'needs_key' : 'flowing';
    this.#startBytes = pictures.bytes;
    if (config !== null) this.#socket.send(config);
    for (const chunk of pictures.chunks) this.#socket.send(chunk);
  }

  show(chunk: Uint8Array, key: boolean): void {
    const waiting = this.#socket.bufferedAmount;
    if (waiting <= MOST_WAITING_BYTES) this.#startBytes = 0;
    const slow = waiting > MOST_WAITING_BYTES + this.#startBytes;
    if (slow) this.#state = 'behind';
    else if (key) this.#state = 'flowing';
    if (this.#state === 'flowing') this.#socket.send(chunk);
    else if (this.#state === 'behind') this.#dropped += 1;
  }
}
