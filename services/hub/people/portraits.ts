import type { CameraId } from '../../contract/identifiers.ts';
import type { FaceDescriptor, PortraitView } from '../../contract/person.ts';
import { Trouble } from '../../contract/trouble.ts';
import { newsOf } from '../news.ts';
import { Signal } from '../signal.ts';

/** More faces of one sitting than this teach nothing; the oldest goes. */
const mostTaken = 20;

interface Sitting {
  readonly cameraId: CameraId;
  readonly seen: Signal<PortraitView>;
  readonly taken: FaceDescriptor[];
  /** In how many directions vision has taken somebody. */
  directions: number;
}

/** Who stands before a camera to be enrolled. What is taken of them stays in memory, and only as long as the page watches. */
export class Portraits {
  /** The camera that vision shall guide somebody before, or null. */
  readonly wished = new Signal<{ readonly cameraId: CameraId | null }>();
  readonly #hasCamera: (id: CameraId) => boolean;
  #sitting: Sitting | null = null;

  constructor(hasCamera: (id: CameraId) => boolean) {
    this.#hasCamera = hasCamera;
  }

  get cameraId(): CameraId | null {
    return this.#sitting?.cameraId ?? null;
  }

  /** What to tell them, until the signal. Throws Trouble `not_found`, and `unavailable` while somebody else is being enrolled. */
  async *watch(cameraId: CameraId, signal: AbortSignal | undefined): AsyncGenerator<PortraitView, void> {
    if (!this.#hasCamera(cameraId)) throw noCamera();
    if (this.#sitting !== null) throw isTaken();
    const sitting: Sitting = { cameraId, seen: new Signal(), taken: [], directions: 0 };
    this.#sitting = sitting;
    this.wished.send({ cameraId });
    try {
      yield* newsOf(sitting.seen, { signal, keep: 1 });
    } finally {
      sitting.taken.length = 0;
      this.#sitting = null;
      this.wished.send({ cameraId: null });
    }
  }

  /** News of vision; what comes after the end, or of another camera, is dropped. */
  portraitSeen(cameraId: CameraId, view: PortraitView, taken: FaceDescriptor | null): void {
    const sitting = this.#sitting;
    if (sitting?.cameraId !== cameraId) return;
    // Vision began anew, and before it may have been somebody else: it sees to it only from there on that all are of one person.
    if (view.taken.length < sitting.directions) sitting.taken.length = 0;
    sitting.directions = view.taken.length;
    if (taken !== null) sitting.taken.push(taken);
    if (sitting.taken.length > mostTaken) sitting.taken.shift();
    sitting.seen.send(view);
  }

  /**
   * Hands out the faces taken so far before this camera, to each of them once: two clicks are not two enrolments. Throws
   * Trouble `no_face` when there are none.
   */
  take(cameraId: CameraId): readonly FaceDescriptor[] {
    const taken = this.#sitting?.cameraId === cameraId ? this.#sitting.taken.splice(0) : [];
    if (taken.length === 0) throw nothingTaken();
    return taken;
  }

  /** They could not be kept: the next attempt finds them again. */
  giveBack(cameraId: CameraId, faces: readonly FaceDescriptor[]): void {
    if (this.#sitting?.cameraId === cameraId) this.#sitting.taken.unshift(...faces);
  }
}

function noCamera(): Trouble {
  return new Trouble('not_found', {
    what: 'This camera is not there any more.',
    advice: 'Look at the list of cameras.',
  });
}

function isTaken(): Trouble {
  return new Trouble('unavailable', {
    what: 'Somebody is being enrolled before a camera on another page just now.',
    advice: 'Wait until that is done, or close that page.',
  });
}

function nothingTaken(): Trouble {
  return new Trouble('no_face', {
    what: 'No face was taken before this camera yet.',
    advice: 'Stand before it and do what the page says.',
  });
}
