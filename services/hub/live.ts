import type { CameraId } from '../contract/identifiers.ts';
import type { Watched } from '../contract/video.ts';
import { Signal } from './signal.ts';

/** What Live needs of a WebSocket (of package `ws`). */
export interface ViewerSocket {
  /** `done` is called when the picture was handed to the network, or can't be. */
  send(picture: Uint8Array, done: (error?: Error | null) => void): void;
  on(event: 'close', listener: () => void): unknown;
}

interface Viewer {
  readonly socket: ViewerSocket;
  busy: boolean;
  next: Uint8Array | null;
}

/** The live pictures on their way to the pages that look at them. A page that is too slow misses pictures: nothing queues. */
export class Live {
  /** Who is looked at changed. */
  readonly watched = new Signal<readonly Watched[]>();
  readonly #viewers = new Map<CameraId, Set<Viewer>>();
  #dropped = 0;

  /** Pictures that no page got, since it was too slow. */
  get dropped(): number {
    return this.#dropped;
  }

  watchedCameras(): readonly Watched[] {
    return [...this.#viewers.keys()].map((cameraId) => ({ cameraId, stream: 'main', as: 'stills' }));
  }

  /** Sends the camera's pictures to the socket until it closes. */
  watch(cameraId: CameraId, socket: ViewerSocket): void {
    const viewer: Viewer = { socket, busy: false, next: null };
    const viewers = this.#viewers.get(cameraId);
    if (viewers === undefined) {
      this.#viewers.set(cameraId, new Set([viewer]));
      this.watched.send(this.watchedCameras());
    } else viewers.add(viewer);
    socket.on('close', () => {
      this.#leave(cameraId, viewer);
    });
  }

  pictureSeen(cameraId: CameraId, picture: Uint8Array): void {
    for (const viewer of this.#viewers.get(cameraId) ?? []) this.#show(viewer, picture);
  }

  #show(viewer: Viewer, picture: Uint8Array): void {
    if (viewer.busy) {
      if (viewer.next !== null) this.#dropped += 1;
      viewer.next = picture;
      return;
    }
    viewer.busy = true;
    viewer.socket.send(picture, () => {
      viewer.busy = false;
      const { next } = viewer;
      viewer.next = null;
      if (next !== null) this.#show(viewer, next);
    });
  }

  #leave(cameraId: CameraId, viewer: Viewer): void {
    const viewers = this.#viewers.get(cameraId);
    if (viewers?.delete(viewer) !== true || viewers.size > 0) return;
    this.#viewers.delete(cameraId);
    this.watched.send(this.watchedCameras());
  }
}
