import { socketAddress } from '../connection.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Whether pictures come. `still`: the socket is there or tries again, but the last picture is old. */
export type Flow =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'flowing'; readonly size: PictureSize }
  | { readonly kind: 'still' };

interface LivePictureOptions {
  readonly cameraId: string;
  readonly canvas: HTMLCanvasElement;
  readonly onFlow: (flow: Flow) => void;
}

const stillAfterMs = 4000;
const firstRetryMs = 500;
const longestRetryMs = 5000;

/**
 * Draws the JPEGs of `/live/<camera>` on a canvas. While one is decoded only the newest other one waits; the rest is
 * dropped. A hidden page closes its socket, a lost socket is opened again. Nothing is left after `stop()`.
 */
export class LivePicture {
  readonly #options: LivePictureOptions;
  readonly #stopping = new AbortController();
  #socket: WebSocket | null = null;
  #newest: Blob | null = null;
  #drawing = false;
  #retryMs = firstRetryMs;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #still: ReturnType<typeof setTimeout> | undefined;
  #size: PictureSize | null = null;

  constructor(options: LivePictureOptions) {
    this.#options = options;
    const follow = () => {
      if (document.hidden) this.#close();
      else this.#open();
    };
    document.addEventListener('visibilitychange', follow, { signal: this.#stopping.signal });
    follow();
  }

  stop(): void {
    this.#stopping.abort();
    this.#close();
  }

  #open(): void {
    if (this.#socket !== null || this.#stopping.signal.aborted) return;
    clearTimeout(this.#retry);
    const socket = new WebSocket(socketAddress(`/live/${this.#options.cameraId}`));
    socket.binaryType = 'blob';
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!(data instanceof Blob) || this.#socket !== socket) return;
      this.#retryMs = firstRetryMs;
      this.#newest = data;
      if (!this.#drawing) void this.#draw();
    });
    socket.addEventListener('close', () => {
      if (this.#socket !== socket) return;
      this.#close();
      this.#retry = setTimeout(() => {
        this.#open();
      }, this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
    });
    this.#socket = socket;
    this.#watch();
  }

  #close(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#still);
    const socket = this.#socket;
    this.#socket = null;
    this.#newest = null;
    socket?.close();
    if (!this.#stopping.signal.aborted && this.#size !== null) this.#tell({ kind: 'still' });
  }

  async #draw(): Promise<void> {
    this.#drawing = true;
    while (this.#newest !== null) {
      const jpeg = this.#newest;
      this.#newest = null;
      // A damaged picture is skipped: the next one comes soon.
      const picture = await createImageBitmap(jpeg).catch(() => null);
      if (picture === null) continue;
      if (!this.#stopping.signal.aborted) this.#show(picture);
      picture.close();
    }
    this.#drawing = false;
  }

  #show(picture: ImageBitmap): void {
    const { canvas } = this.#options;
    const { width, height } = picture;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    canvas.getContext('2d', { alpha: false })?.drawImage(picture, 0, 0);
    if (this.#size?.width !== width || this.#size.height !== height) this.#size = { width, height };
    this.#tell({ kind: 'flowing', size: this.#size });
    this.#watch();
  }

  #watch(): void {
    clearTimeout(this.#still);
    this.#still = setTimeout(() => {
      if (this.#size !== null) this.#tell({ kind: 'still' });
    }, stillAfterMs);
  }

  #told: Flow = { kind: 'waiting' };

  /** Tells only what is new, so that a flowing picture does not render the page at every frame. */
  #tell(flow: Flow): void {
    const same =
      flow.kind === 'flowing'
        ? this.#told.kind === 'flowing' && this.#told.size === flow.size
        : this.#told.kind === flow.kind;
    if (same) return;
    this.#told = flow;
    this.#options.onFlow(flow);
  }
}
