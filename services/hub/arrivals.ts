import type { EventChange } from '../contract/event.ts';
import type { CameraId, EventId } from '../contract/identifiers.ts';
import { mayOpen } from './may-open.ts';
import { Signal } from './signal.ts';

/** Somebody of the household stands before the camera of the screen. Who it is is nobody's business there. */
export interface Arrival {
  readonly atMs: number;
}

interface ArrivalsParts {
  readonly changed: Signal<EventChange>;
  /** The camera that the owner chose; null: none. */
  readonly camera: () => CameraId | null;
  readonly now: () => number;
}

/**
 * Tells when somebody known comes before the camera of the resting screen, as surely as a face would have to be known to open
 * anything. Once a visit: who stays there does not keep the screen awake.
 */
export class Arrivals {
  readonly came = new Signal<Arrival>();
  readonly #parts: ArrivalsParts;
  readonly #told = new Set<EventId>();

  constructor(parts: ArrivalsParts) {
    this.#parts = parts;
    parts.changed.listen((change) => {
      this.#hear(change);
    });
  }

  #hear({ change, event }: EventChange): void {
    if (change === 'ended' || change === 'deleted') {
      this.#told.delete(event.id);
      return;
    }
    if (event.cameraId !== this.#parts.camera() || this.#told.has(event.id)) return;
    const atMs = this.#parts.now();
    if (mayOpen({ event, seenAtMs: atMs }, atMs).kind !== 'allowed') return;
    this.#told.add(event.id);
    this.came.send({ atMs });
  }
}
