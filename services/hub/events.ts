import type { NewestEvents } from '../contract/api.ts';
import type { Event, EventChange, Visit } from '../contract/event.ts';
import type { EventId, PersonId } from '../contract/identifiers.ts';
import type { Log } from '../contract/log.ts';
import type { FaceDescriptor, Identity } from '../contract/person.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Store } from '../store/store.ts';
import { Signal } from './signal.ts';

export type EventQuery = ReturnType<(typeof NewestEvents)['parse']>;

/** As many events of a person are told again when the name changes. */
const mostRetold = 200;

/** What was seen, remembered: visits become events in the store, and every change is told. */
export class Events {
  readonly changed = new Signal<EventChange>();
  readonly #table: Store['events'];
  readonly #log: Log;
  /** Events whose name the owner gave: what vision says of them later does not count. */
  readonly #named = new Map<EventId, Identity>();
  /** Writes are done one after the other, so that the last picture of a visit is the one that stays. */
  #writing: Promise<void> = Promise.resolve();

  constructor(table: Store['events'], log: Log) {
    this.#table = table;
    this.#log = log;
  }

  newest(query: EventQuery): readonly Event[] {
    const { limit, cameraId, beforeMs } = query;
    return this.#table.newest({
      limit,
      ...(cameraId === undefined ? {} : { cameraId }),
      ...(beforeMs === undefined ? {} : { beforeMs }),
    });
  }

  /** Throws Trouble `not_found`. */
  get(id: EventId): Event {
    const event = this.#table.get(id);
    if (event === null) throw noEvent();
    return event;
  }

  snapshot(id: EventId): Promise<Uint8Array | null> {
    return this.#table.snapshot(id);
  }

  face(id: EventId): Promise<FaceDescriptor | null> {
    return this.#table.face(id);
  }

  began(visit: Visit): void {
    this.#write(() => this.#keep(visit, 'began'));
  }

  /** Visits that are not known any more were deleted by the owner, and stay so. */
  updated(visit: Visit): void {
    this.#write(() => this.#keepKnown(visit, 'updated'));
  }

  ended(visit: Visit): void {
    this.#write(() => this.#keepKnown(visit, 'ended'));
  }

  /** Ends the visits of a vision process that is no more, at their last known time. */
  endOpen(): void {
    this.#write(() => {
      const open = this.#table.open().filter(({ label }) => label !== 'camera_offline');
      this.#table.endOpen();
      for (const { id } of open) this.#tell('ended', id);
      this.#named.clear();
      return Promise.resolve();
    });
  }

  /** Absences of cameras that are not over, also those that an earlier run began. */
  openAbsences(): readonly Event[] {
    return this.#table.open().filter(({ label }) => label === 'camera_offline');
  }

  /** Ends an event at its last known time. */
  endAsHeard(id: EventId): void {
    this.#write(() => {
      this.#table.endAsHeard(id);
      this.#tell('ended', id);
      return Promise.resolve();
    });
  }

  async remove(id: EventId): Promise<void> {
    const event = this.get(id);
    await this.#table.remove(id);
    this.changed.send({ change: 'deleted', event });
  }

  /** The owner says who this event, and only this event, was. */
  name(id: EventId, identity: Identity): void {
    this.#named.set(id, identity);
    this.#table.setIdentity(id, identity);
    this.#tell('updated', id);
  }

  /** Tells again the recent events of a person whose name changed or who is no longer known. */
  retell(personId: PersonId, events: readonly Event[]): void {
    for (const [id, identity] of this.#named)
      if (identity.kind === 'known' && identity.personId === personId) this.#named.delete(id);
    for (const { id } of events) this.#tell('updated', id);
  }

  /** The newest events that are said to be of this person. */
  of(personId: PersonId): readonly Event[] {
    return this.#table
      .newest({ limit: mostRetold })
      .filter(({ identity }) => identity.kind === 'known' && identity.personId === personId);
  }

  /** Resolves when everything that was told so far is written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  #write(work: () => Promise<void>): void {
    this.#writing = this.#writing.then(work).catch((error: unknown) => {
      this.#log.error(`An event could not be kept: ${String(error)}`);
    });
  }

  async #keepKnown(visit: Visit, change: 'updated' | 'ended'): Promise<void> {
    if (this.#table.get(visit.event.id) !== null) await this.#keep(visit, change);
  }

  async #keep(visit: Visit, change: EventChange['change']): Promise<void> {
    const { event, snapshot, face } = visit;
    this.#table.put({ ...event, identity: this.#named.get(event.id) ?? event.identity });
    if (snapshot !== undefined) await this.#table.putSnapshot(event.id, snapshot);
    if (face !== undefined) await this.#table.putFace(event.id, face);
    if (change === 'ended') this.#named.delete(event.id);
    this.#tell(change, event.id);
  }

  #tell(change: EventChange['change'], id: EventId): void {
    const event = this.#table.get(id);
    if (event !== null) this.changed.send({ change, event });
  }
}

function noEvent(): Trouble {
  return new Trouble('not_found', {
    what: 'This event is not there any more.',
    advice: 'Go back to the list of events.',
  });
}
