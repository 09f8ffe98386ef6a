import type { CameraId } from '../contract/identifiers.ts';
import type { MotionView, ShownMotion } from '../contract/motion-view.ts';
import { newsOf } from './news.ts';
import { Signal } from './signal.ts';

/** Who looks into which camera's motion detector. Vision tells its inside only while somebody does. */
export class Tuning {
  /** The cameras that are looked into changed. */
  readonly changed = new Signal<readonly CameraId[]>();
  readonly #seen = new Signal<MotionView>();
  readonly #viewers = new Map<CameraId, number>();

  tuned(): readonly CameraId[] {
    return [...this.#viewers.keys()];
  }

  motionSeen(view: MotionView): void {
    this.#seen.send(view);
  }

  /** The newest views of one camera, until the signal; a page that is slow misses some. */
  async *watch(cameraId: CameraId, signal: AbortSignal | undefined): AsyncGenerator<ShownMotion, void> {
    this.#count(cameraId, 1);
    try {
      const own = new Signal<MotionView>();
      const end = this.#seen.listen((view) => {
        if (view.cameraId === cameraId) own.send(view);
      });
      try {
        for await (const view of newsOf(own, { signal, keep: 1 })) yield shown(view);
      } finally {
        end();
      }
    } finally {
      this.#count(cameraId, -1);
    }
  }

  #count(cameraId: CameraId, more: number): void {
    const before = this.#viewers.get(cameraId) ?? 0;
    const now = before + more;
    if (now > 0) this.#viewers.set(cameraId, now);
    else this.#viewers.delete(cameraId);
    if (before === 0 || now === 0) this.changed.send(this.tuned());
  }
}

function shown({ mask, ...view }: MotionView): ShownMotion {
  return { ...view, mask: Buffer.from(mask.buffer, mask.byteOffset, mask.byteLength).toString('base64') };
}
