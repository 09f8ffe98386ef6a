import type { EventId, PersonId } from '../../contract/identifiers.ts';
import type { Log } from '../../contract/log.ts';
import type { Person } from '../../contract/person.ts';
import type { Store } from '../../store/store.ts';
import type { Events } from '../events.ts';
import { forgetAllClips } from '../recording/forget-clips.ts';
import { alikeAnchors, lookAlikes } from './look-alikes.ts';
import { noPerson, type People } from './people.ts';
import { Scrubber } from '../scrubber.ts';

/** How long an erasure can be taken back. */
export const undoMs = 10_000;

export interface LeavingParts {
  readonly store: Pick<
    Store,
    'people' | 'faces' | 'notThem' | 'eventFaces' | 'erasure' | 'groups' | 'events' | 'clips'
  >;
  readonly people: People;
  readonly events: Events;
  readonly log: Log;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** People who are being erased: at once nobody recognises them, and after ten seconds nothing of them is left. */
export class Leaving {
  readonly #parts: LeavingParts;
  readonly #now: () => number;
  readonly #timers = new Map<PersonId, NodeJS.Timeout>();
  readonly #scrubber: Scrubber;
  #stopped = false;
  /** Too late to take them back. */
  readonly #erasing = new Set<PersonId>();
  /** Erasures that are under way. */
  #work: Promise<void> = Promise.resolve();

  constructor(parts: LeavingParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#scrubber = new Scrubber(parts.store.erasure);
  }

  /** Those whose erasure an earlier run left undone are erased when their time is over, or at once. */
  start(): void {
    for (const { id, leavesAtMs } of this.#parts.people.list())
      if (leavesAtMs !== null) this.#eraseAt(id, leavesAtMs);
  }

  /** Erasures that have begun are finished; those that wait are done at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#scrubber.stop();
    await this.#work;
  }

  /** Nobody recognises them any more, and in ten seconds they are erased. A second call changes nothing. */
  remove(id: PersonId): Person {
    const { people, events, store } = this.#parts;
    const person = people.get(id);
    if (person.leavesAtMs !== null) return person;
    const leavesAtMs = this.#now() + undoMs;
    events.hold(id);
    store.people.setLeaving(id, leavesAtMs);
    this.#eraseAt(id, leavesAtMs);
    people.touch();
    return people.get(id);
  }

  /** Takes `remove` back. Throws Trouble `not_found` when they are gone. */
  keep(id: PersonId): Person {
    const { people, events, store } = this.#parts;
    people.get(id);
    if (this.#erasing.has(id)) throw noPerson();
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    store.people.setLeaving(id, null);
    events.release(id);
    people.touch();
    return people.get(id);
  }

  /** Resolves when every erasure that has begun is done. */
  async settled(): Promise<void> {
    await this.#work;
  }

  #eraseAt(id: PersonId, atMs: number): void {
    // A clock that was set back may not keep anybody longer than promised.
    const pauseMs = Math.min(Math.max(atMs - this.#now(), 0), undoMs);
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      this.#work = this.#work
        .then(() => this.#erase(id))
        .catch((error: unknown) => {
          this.#parts.log.error(`A person could not be erased, which is tried again: ${String(error)}`);
          if (!this.#stopped) this.#eraseAt(id, this.#now() + undoMs);
        });
    }, pauseMs);
    this.#timers.set(id, timer);
  }

  /** In the order of the visits' own writes, so that no picture of theirs is half way. */
  async #erase(id: PersonId): Promise<void> {
    const { store, people, events } = this.#parts;
    const told = await events.inOrder(async () => {
      // Who was taken back at the last moment stays.
      if (typeof store.people.get(id)?.leavesAtMs !== 'number') return [];
      this.#erasing.add(id);
      return this.#forget(id).finally(() => this.#erasing.delete(id));
    });
    store.groups.tidy();
    events.retell(id, told);
    people.touch();
    this.#scrubber.scrub();
  }

  /**
   * Visits that nobody recognised keep their snapshots, but not the faces that look like this one; nor does anybody else keep such a
   * face as one that is not theirs.
   */
  async #forget(id: PersonId): Promise<readonly EventId[]> {
    const { store, events } = this.#parts;
    const descriptors = store.faces.gallery(id);
    const person = { personId: id, name: '', descriptors, notThem: store.notThem.of(id) };
    const alike = await lookAlikes(person, store);
    for (const eventId of alike) await store.eventFaces.forget(eventId);
    await store.notThem.forget(await alikeAnchors(person, store));
    // While the visits are still known as theirs, so that a second try finds what a first one left.
    await forgetAllClips(store.clips, store.events.ofPerson(id));
    const erased = await store.erasure.erase(id);
    events.withoutPictures([...erased, ...alike]);
    return [...erased, ...alike];
  }
}
