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
  /** Those of them that vision gave. */
  readonly #held = new WeakSet<Identity>();
  /** Visits of people who were erased while a camera saw them: no picture of these is kept any more. */
  readonly #withoutPictures = new Set<EventId>();
  /** Writes are done one after the other, so that the last picture of a visit is the one that stays. */
  #writing: Promise<void> = Promise.resolve();

  constructor(table: Store['events'], log: Log) {
    this.#table = table;
    this.#log = log;
  }

  newest(query: EventQuery): readonly Event[] {
    return this.#table.newest(query);
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
      this.#withoutPictures.clear();
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

  /** The owner keeps it, or does not any more. Throws Trouble `not_found`. */
  keep(id: EventId, kept: boolean): Event {
    this.#table.keep(id, kept);
    const event = this.get(id);
    this.changed.send({ change: 'updated', event });
    return event;
  }

  /** The owner says who this event, and only this event, was. */
  name(id: EventId, identity: Identity): void {
    // Of a visit that is over vision says nothing more.
    if (this.#table.get(id)?.endedAtMs === null) this.#named.set(id, identity);
    this.#table.setIdentity(id, identity);
    this.#tell('updated', id);
  }

  /** Tells again the recent events of a person whose name changed or who is no longer known. */
  retell(personId: PersonId, events: readonly EventId[]): void {
    for (const [id, identity] of this.#named) if (isOf(identity, personId)) this.#renew(id);
    this.tellAgain(events);
  }

  /** The newest events that are said to be of this person. */
  of(personId: PersonId): readonly Event[] {
    return this.#table.ofPerson(personId).slice(0, mostRetold);
  }

  /** Visits of this person that go on keep the name, whatever vision says from now on. */
  hold(personId: PersonId): void {
    for (const { id, identity } of this.#table.open())
      if (isOf(identity, personId) && !this.#named.has(id)) {
        this.#named.set(id, identity);
        this.#held.add(identity);
      }
  }

  /** They stay after all: vision is heard again on what it was held against. */
  release(personId: PersonId): void {
    for (const [id, identity] of this.#named)
      if (isOf(identity, personId) && this.#held.has(identity)) this.#named.delete(id);
  }

  /** Whoever was seen in these is not kept: pictures that still come are dropped until the visit is over. */
  withoutPictures(ids: readonly EventId[]): void {
    const open = new Set(this.#table.open().map(({ id }) => id));
    for (const id of ids) if (open.has(id)) this.#withoutPictures.add(id);
  }

  /** Tells these events again. */
  tellAgain(ids: readonly EventId[]): void {
    for (const id of ids.slice(0, mostRetold)) this.#tell('updated', id);
  }

  /** Work on the events, when all that was told before is written and before anything that is told later. */
  inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#writing.then(work);
    this.#writing = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
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
    const identity = this.#named.get(event.id) ?? event.identity;
    this.#table.put({ ...event, identity });
    if (identity.kind === 'known' && this.#table.get(event.id)?.identity.kind !== 'known')
      this.#withoutPictures.add(event.id);
    if (!this.#withoutPictures.has(event.id)) {
      if (snapshot !== undefined) await this.#table.putSnapshot(event.id, snapshot);
      if (face !== undefined) await this.#table.putFace(event.id, face);
    }
    if (change === 'ended') {
      this.#named.delete(event.id);
      this.#withoutPictures.delete(event.id);
    }
    this.#tell(change, event.id);
  }

  /** What the owner said of a visit stays said, of the person who it is now. */
  #renew(id: EventId): void {
    const now = this.#table.get(id)?.identity;
    if (now?.kind === 'known') this.#named.set(id, now);
    else this.#named.delete(id);
  }

  #tell(change: EventChange['change'], id: EventId): void {
    const event = this.#table.get(id);
    if (event !== null) this.changed.send({ change, event });
  }
}

function isOf(identity: Identity, personId: PersonId): boolean {
  return identity.kind === 'known' && identity.personId === personId;
}

function noEvent(): Trouble {
  return new Trouble('not_found', {
    what: 'This event is not there any more.',
    advice: 'Go back to the list of events.',
  });
}
