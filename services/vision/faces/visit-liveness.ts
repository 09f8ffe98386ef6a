import type { LiveTrack } from '../../contract/event.ts';
import type { EventId } from '../../contract/identifiers.ts';
import type { Liveness } from './liveness.ts';
import type { VisitNews } from '../tracks/tracks.ts';

/** Which visit's face was how alive: it is told with the visit's next news, and with its end. */
export class VisitLiveness {
  readonly #liveness: Pick<Liveness, 'of'>;
  readonly #known = new Map<EventId, number>();

  constructor(liveness: Pick<Liveness, 'of'>) {
    this.#liveness = liveness;
  }

  /** Looks for the face of everybody who is followed in this frame. */
  note(tracks: readonly LiveTrack[], atMs: number): void {
    for (const { eventId, box, label } of tracks) {
      const liveness = label === 'person' ? this.#liveness.of(box, atMs) : null;
      if (liveness !== null) this.#known.set(eventId, liveness);
    }
  }

  /** The event with what is known of it, which is forgotten with its end. */
  told({ change, event }: Pick<VisitNews, 'change' | 'event'>): VisitNews['event'] {
    const liveness = this.#known.get(event.id);
    if (change === 'ended') this.#known.delete(event.id);
    return liveness === undefined ? event : { ...event, liveness };
  }
}
