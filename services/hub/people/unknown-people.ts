import { setImmediate } from 'node:timers/promises';
import type { Event } from '../../contract/event.ts';
import type { EventId, GroupId } from '../../contract/identifiers.ts';
import type { Log } from '../../contract/log.ts';
import type { Person, UnknownPerson } from '../../contract/person.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { VisionSettings } from '../../contract/settings.ts';
import { alike, groupFor } from '../../gallery/grouping.ts';
import type { Store } from '../../store/store.ts';
import type { Enrolment, Named } from './enrolment.ts';
import type { Events } from '../events.ts';
import type { Turns } from '../intents/turns.ts';

/** So many faces of a group are enrolled with its name: those that show the most. */
const mostEnrolled = 5;
const mostBefore = 50;
/** When the owner begins to want groups, so many of the newest faces that are there already are grouped. */
const mostGroupedLater = 2000;
const sweepEveryMs = 3_600_000;
const dayMs = 86_400_000;

export interface UnknownPeopleParts {
  readonly store: Pick<Store, 'groups' | 'eventFaces' | 'erasure'>;
  readonly events: Events;
  readonly enrolment: Enrolment;
  readonly turns: Turns;
  readonly log: Log;
  readonly settings: () => Pick<VisionSettings, 'groupUnknown' | 'keepUnknownDays'>;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** Faces without a name: kept for some days, grouped when the owner wants it, named or forgotten by the owner. */
export class UnknownPeople {
  readonly #parts: UnknownPeopleParts;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #end: () => void = () => undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: UnknownPeopleParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
  }

  /** What is too old is told by the visits themselves, so that a restart forgets no date. */
  start(): void {
    this.#end = this.#parts.events.changed.listen(({ event }) => {
      if (this.#isToGroup(event)) this.#group(event.id);
    });
    this.settingsChanged();
    this.#timer = setInterval(() => {
      this.#later(() => this.sweep());
    }, sweepEveryMs);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#end();
    clearInterval(this.#timer);
    await this.#work;
  }

  /** Without the owner's wish there are no groups; with it, faces that are there already are grouped too. */
  settingsChanged(): void {
    const { groups } = this.#parts.store;
    if (!this.#parts.settings().groupUnknown) groups.dissolve();
    else this.#later(() => this.#groupRest());
    this.#later(() => this.sweep());
  }

  /** Resolves when what has begun is done. */
  async settled(): Promise<void> {
    await this.#work;
  }

  list(): readonly UnknownPerson[] {
    const keptMs = this.#parts.settings().keepUnknownDays * dayMs;
    return this.#parts.store.groups
      .list()
      .map((group) => ({ ...group, forgottenAtMs: group.lastSeenMs + keptMs }));
  }

  /** The face of the group that shows the most; null when there is no such group. */
  async face(id: GroupId): Promise<Uint8Array | null> {
    const [visit] = this.#parts.store.groups.bestVisits(id, 1);
    return visit === undefined ? null : ((await this.#parts.events.face(visit))?.crop ?? null);
  }

  /** All visits of the group get the name, and its best faces are enrolled. */
  name(wish: Named & { readonly groupId: GroupId }): Promise<Person> {
    return this.#parts.turns.take(() => this.#name(wish));
  }

  /** The faces of the group go; its visits stay. */
  forget(id: GroupId): Promise<void> {
    return this.#parts.turns.take(() => this.#forgetFaces(this.#visits(id)));
  }

  async #name({ groupId, ...named }: Named & { readonly groupId: GroupId }): Promise<Person> {
    const { store, events, enrolment } = this.#parts;
    const visits = this.#visits(groupId);
    const read = await Promise.all(
      store.groups.bestVisits(groupId, mostEnrolled).map(async (eventId) => {
        const face = await events.face(eventId);
        return face === null ? [] : [{ eventId, face, origin: 'event' as const }];
      }),
    );
    const faces = read.flat();
    if (faces.length === 0) throw noGroup();
    const person = await enrolment.enrolVisits(named, { faces, visits });
    store.groups.tidy();
    return person;
  }

  /** Earlier visits with a face like this event's, known or not, newest first. */
  seenBefore(eventId: EventId): readonly Event[] {
    const { store, events } = this.#parts;
    const { beganAtMs } = events.get(eventId);
    const face = store.eventFaces.descriptor(eventId);
    if (face === null) throw noFaceKept();
    const earlier = store.eventFaces.all(face.modelId).filter((kept) => kept.beganAtMs < beganAtMs);
    return alike(
      face,
      earlier.map((kept) => kept.face),
    )
      .flatMap(({ index }) => earlier[index] ?? [])
      .sort((a, b) => b.beganAtMs - a.beganAtMs)
      .slice(0, mostBefore)
      .map((kept) => events.get(kept.eventId));
  }

  /** Forgets the faces of unknown people that have been kept for long enough. */
  async sweep(): Promise<void> {
    const { keepUnknownDays } = this.#parts.settings();
    const old = this.#parts.store.eventFaces.nameless(this.#now() - keepUnknownDays * dayMs);
    if (old.length > 0) await this.#parts.turns.take(() => this.#forgetFaces(old));
  }

  #later(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#parts.log.error(`The faces of unknown people could not be tended: ${String(error)}`);
    });
  }

  /** One by one, so that everybody else has their turn in between. */
  async #groupRest(): Promise<void> {
    for (const id of this.#parts.store.groups.ungrouped(mostGroupedLater)) {
      if (this.#stopped || !this.#parts.settings().groupUnknown) return;
      this.#group(id);
      await setImmediate();
    }
  }

  #isToGroup({ identity, endedAtMs, hasFace }: Event): boolean {
    return (
      this.#parts.settings().groupUnknown && identity.kind === 'unknown' && endedAtMs !== null && hasFace
    );
  }

  #group(id: EventId): void {
    const { groups, eventFaces } = this.#parts.store;
    const face = eventFaces.descriptor(id);
    if (face === null || groups.of(id) !== null) return;
    groups.put(id, groupFor(face, groups.faces(face.modelId)) ?? groups.make());
  }

  #visits(id: GroupId): readonly EventId[] {
    const visits = this.#parts.store.groups.visits(id);
    if (visits.length === 0) throw noGroup();
    return visits;
  }

  async #forgetFaces(ids: readonly EventId[]): Promise<void> {
    const { store, events } = this.#parts;
    for (const id of ids) await store.eventFaces.forget(id);
    store.groups.tidy();
    store.erasure.emptyLog();
    events.tellAgain(ids);
  }
}

function noGroup(): Trouble {
  return new Trouble('not_found', {
    what: 'This unknown person is forgotten already, or has a name.',
    advice: 'Look at the list again.',
  });
}

function noFaceKept(): Trouble {
  return new Trouble('no_face', {
    what: 'No face of this event is kept, so that it can not be looked for.',
    advice: 'Take another event.',
  });
}
