import { randomBytes } from 'node:crypto';
import type { CameraState } from '../contract/camera.ts';
import type { Visit } from '../contract/event.ts';
import { type CameraId, EventId } from '../contract/identifiers.ts';
import type { Events } from './events.ts';

/** A camera that is back sooner is not worth an event. */
const keptAfterMs = 10_000;

/** How often it is written down that a camera is still away: its end, should Lares itself be cut off. */
const heardEveryMs = 60_000;

type Absence =
  | { readonly kind: 'short'; readonly sinceMs: number; why: string; readonly timer: NodeJS.Timeout }
  | { readonly kind: 'kept'; readonly event: Visit['event']; heardMs: number }
  /** From an earlier run: whether the camera is still away is not known yet. */
  | { readonly kind: 'inherited'; readonly event: Visit['event'] };

/** Keeps an event for each time that a camera gave no picture for longer than ten seconds. */
export class Absences {
  readonly #events: Events;
  readonly #absences = new Map<CameraId, Absence>();

  constructor(events: Events) {
    this.#events = events;
    // A restart does not make two events of one absence.
    for (const { hasSnapshot: _, hasFace: __, ...event } of events.openAbsences())
      if (this.#absences.has(event.cameraId)) events.endAsHeard(event.id);
      else this.#absences.set(event.cameraId, { kind: 'inherited', event });
  }

  stateChanged(id: CameraId, state: CameraState): void {
    if (state.kind === 'lost') this.#lost(id, state);
    else if (state.kind === 'live') this.#end(id, state.sinceMs);
    else if (state.kind === 'off') this.#end(id, Date.now());
  }

  /** These cameras are looked through, and no others. */
  watch(ids: ReadonlySet<CameraId>): void {
    for (const id of [...this.#absences.keys()]) if (!ids.has(id)) this.#end(id, Date.now());
  }

  /** Nobody looks: what was not kept yet is not the camera's fault. Absences that are kept go on. */
  unseen(): void {
    for (const [id, absence] of this.#absences)
      if (absence.kind === 'short') {
        clearTimeout(absence.timer);
        this.#absences.delete(id);
      }
  }

  /** What is kept stays open, for the next run to go on with. */
  stop(): void {
    this.unseen();
    this.#absences.clear();
  }

  #lost(id: CameraId, { sinceMs, why }: Extract<CameraState, { kind: 'lost' }>): void {
    const absence = this.#absences.get(id);
    if (absence === undefined) {
      const timer = setTimeout(
        () => {
          this.#keep(id);
        },
        Math.max(0, sinceMs + keptAfterMs - Date.now()),
      );
      this.#absences.set(id, { kind: 'short', sinceMs, why, timer });
    } else if (absence.kind === 'short') absence.why = why;
    else this.#heard(id, { ...absence.event, why });
  }

  #keep(id: CameraId): void {
    const absence = this.#absences.get(id);
    if (absence?.kind !== 'short') return;
    const event = eventOf(id, absence);
    this.#absences.set(id, { kind: 'kept', event, heardMs: Date.now() });
    this.#events.began({ event });
  }

  #heard(id: CameraId, event: Visit['event']): void {
    const absence = this.#absences.get(id);
    const nowMs = Date.now();
    const told = absence?.kind === 'kept' && absence.event.why === event.why;
    if (told && nowMs - absence.heardMs < heardEveryMs) return;
    this.#absences.set(id, { kind: 'kept', event, heardMs: nowMs });
    this.#events.updated({ event });
  }

  #end(id: CameraId, endedAtMs: number): void {
    const absence = this.#absences.get(id);
    this.#absences.delete(id);
    if (absence?.kind === 'short') clearTimeout(absence.timer);
    // When it came back, nobody looked.
    else if (absence?.kind === 'inherited') this.#events.endAsHeard(absence.event.id);
    else if (absence?.kind === 'kept') {
      const { event } = absence;
      this.#events.ended({ event: { ...event, endedAtMs: Math.max(event.beganAtMs, endedAtMs) } });
    }
  }
}

function eventOf(
  cameraId: CameraId,
  { sinceMs, why }: { readonly sinceMs: number; readonly why: string },
): Visit['event'] {
  return {
    id: EventId.parse(`${Math.round(sinceMs).toString(36)}-${randomBytes(6).toString('hex')}`),
    cameraId,
    label: 'camera_offline',
    score: 1,
    box: { x: 0, y: 0, width: 1, height: 1 },
    beganAtMs: sinceMs,
    endedAtMs: null,
    identity: { kind: 'no_face' },
    why,
  };
}
