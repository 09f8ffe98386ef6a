import type { CameraSettings, CameraState, CameraView } from '../contract/camera.ts';
import type { CameraId } from '../contract/identifiers.ts';
import type { Absences } from './absences.ts';
import type { Notices } from './notices.ts';
import { Signal } from './signal.ts';

const BY_ITSELF = 'It starts again by itself within seconds.';

/** What each camera is doing, as vision tells it. */
export class Cameras {
  readonly changed = new Signal<readonly CameraView[]>();
  readonly #notices: Notices;
  readonly #absences: Absences;
  #cameras: readonly CameraSettings[] = [];
  #demo = false;
  readonly #states = new Map<CameraId, CameraState>();

  constructor({ notices, absences }: { readonly notices: Notices; readonly absences: Absences }) {
    this.#notices = notices;
    this.#absences = absences;
  }

  /** The cameras that vision should look through now. */
  list(): readonly CameraSettings[] {
    return this.#cameras;
  }

  views(): readonly CameraView[] {
    return this.#cameras.map(({ id, name, area, enabled, subAddress, roles, zones }) => ({
      id,
      name,
      area,
      hasSub: subAddress !== '',
      liveStream: roles.live,
      privacy: zones.filter(({ kind }) => kind === 'privacy').map(({ polygon }) => polygon),
      demo: this.#demo,
      state: (enabled ? this.#states.get(id) : undefined) ?? { kind: 'off' },
    }));
  }

  has(id: CameraId): boolean {
    return this.#cameras.some((camera) => camera.id === id);
  }

  use(cameras: readonly CameraSettings[], demo: boolean): void {
    this.#cameras = cameras;
    this.#demo = demo;
    for (const id of [...this.#states.keys()]) if (!this.has(id)) this.#forget(id);
    this.#absences.watch(new Set(cameras.filter(({ enabled }) => enabled).map(({ id }) => id)));
    this.changed.send(this.views());
  }

  /** News of a camera that was removed meanwhile comes too late, and is not told. */
  stateChanged(id: CameraId, state: CameraState): void {
    const camera = this.#cameras.find((one) => one.id === id);
    if (camera === undefined) return;
    this.#states.set(id, state);
    this.#absences.stateChanged(id, state);
    const trouble = troubleOf(state);
    if (trouble !== null)
      this.#notices.raise({
        id: `camera:${id}`,
        severity: 'warning',
        what: `${camera.name}: ${trouble.why}`,
        // A camera may bear the name of a person.
        inLog: `Camera ${this.#cameras.indexOf(camera) + 1} of ${this.#cameras.length}: ${trouble.why}`,
        advice: trouble.advice,
      });
    else if (state.kind !== 'connecting') this.#notices.clear(`camera:${id}`);
    this.changed.send(this.views());
  }

  /** Nobody looks through the cameras now. */
  unseen(why: string): void {
    this.#absences.unseen();
    const nowMs = Date.now();
    for (const { id } of this.#cameras)
      this.#states.set(id, { kind: 'lost', sinceMs: nowMs, why, advice: BY_ITSELF, retryAtMs: nowMs });
    this.changed.send(this.views());
  }

  #forget(id: CameraId): void {
    this.#states.delete(id);
    this.#notices.clear(`camera:${id}`);
  }
}

/** What is wrong with a camera: it is lost, or one of its two streams is. */
function troubleOf(state: CameraState): { readonly why: string; readonly advice: string } | null {
  if (state.kind === 'lost') return state;
  if (state.kind !== 'live' || state.missing === undefined) return null;
  const { stream, why, advice } = state.missing;
  const which = stream === 'main' ? 'large' : 'small';
  return { why: `Its ${which} picture is missing. ${why}`, advice };
}
