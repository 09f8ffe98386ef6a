import type { CameraId, EventId, FaceId, PersonId } from '../../contract/identifiers.ts';
import type { Consent, FaceDescriptor, Identity, Person } from '../../contract/person.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { NewFace } from '../../store/faces.ts';
import type { Store } from '../../store/store.ts';
import type { Events } from '../events.ts';
import { isLeaving, noFace, type People, samePerson } from './people.ts';
import type { Portraits } from './portraits.ts';
import type { Turns } from '../intents/turns.ts';

/** Whose face it is. A new name needs a consent, a known one has it. */
export interface Named {
  readonly name: string;
  readonly consent?: Consent | undefined;
}

export interface EnrolmentParts {
  readonly store: Pick<Store, 'people' | 'faces' | 'notThem' | 'erasure'>;
  readonly people: People;
  readonly events: Events;
  readonly portraits: Portraits;
  readonly turns: Turns;
  /** The one face in a photo; vision knows how. */
  readonly readFace: (photo: Uint8Array) => Promise<FaceDescriptor>;
}

interface SplitWish extends Named {
  readonly personId: PersonId;
  readonly faceIds: readonly FaceId[];
}

type FaceToKeep = Omit<NewFace, 'personId'>;
type Kept = Pick<Person, 'id' | 'name'>;

/** Makes people known: from visits, photos and portraits; nobody new without a consent. */
export class Enrolment {
  readonly #parts: EnrolmentParts;

  constructor(parts: EnrolmentParts) {
    this.#parts = parts;
  }

  /** The face of this event is this person's, and nobody else's. Other events keep what they say. */
  enrolEvent(wish: Named & { readonly eventId: EventId }): Promise<Person> {
    return this.#parts.turns.take(() => this.#enrolEvent(wish));
  }

  async #enrolEvent({ eventId, ...named }: Named & { readonly eventId: EventId }): Promise<Person> {
    const { events, store } = this.#parts;
    const before = events.get(eventId).identity;
    const face = await events.face(eventId);
    if (face === null) throw noFaceKept();
    this.#check(named);
    const kept = store.faces.fromEvent(eventId);
    const known = store.people.findByName(named.name);
    const isKept = known !== null && kept.some(({ personId }) => personId === known.id);
    const person = await this.#keep(named, isKept ? [] : [{ face, origin: 'event', eventId }]);
    await this.#correct(person.id, { eventId, face, before });
    events.name(eventId, { kind: 'known', personId: person.id, name: person.name, confidence: 1 });
    this.#parts.people.touch();
    return this.#parts.people.get(person.id);
  }

  /** Throws what vision says of the photo: `bad_photo`, `no_face`, `many_faces`, `unavailable`. */
  async enrolPhoto({ photo, ...named }: Named & { readonly photo: Uint8Array }): Promise<Person> {
    this.#check(named);
    const { readFace, turns } = this.#parts;
    const face = await readFace(photo);
    return turns.take(() => this.enrol(named, [{ face, origin: 'photo' }]));
  }

  /** By the faces that were taken of who stands before this camera now. */
  async enrolPortrait({ cameraId, ...named }: Named & { readonly cameraId: CameraId }): Promise<Person> {
    this.#check(named);
    const { portraits, turns } = this.#parts;
    const taken = portraits.take(cameraId);
    const faces = taken.map((face) => ({ face, origin: 'camera' as const }));
    try {
      return await turns.take(() => this.enrol(named, faces));
    } catch (error) {
      portraits.giveBack(cameraId, taken);
      throw error;
    }
  }

  /** These faces are somebody else's, and so are the visits that they were seen in. */
  split(wish: SplitWish): Promise<Person> {
    return this.#parts.turns.take(() => this.#split(wish));
  }

  async #split(wish: SplitWish): Promise<Person> {
    const { store, people } = this.#parts;
    const { faces } = people.staying(wish.personId);
    if (!wish.faceIds.every((id) => faces.some((face) => face.id === id))) throw noFace();
    if (new Set(wish.faceIds).size === faces.length) throw allFaces();
    this.#check(wish);
    if (store.people.findByName(wish.name)?.id === wish.personId) throw samePerson();
    const other = this.#personOf(wish);
    store.faces.move(wish.faceIds, other.id);
    return this.#name(other, store.faces.eventsOf(wish.faceIds));
  }

  /** Keeps the faces of a known or a new person, within a turn of who asks. */
  async enrol(named: Named, faces: readonly FaceToKeep[]): Promise<Person> {
    const { people } = this.#parts;
    const { id } = await this.#keep(named, faces);
    people.touch();
    return people.get(id);
  }

  /** Keeps the faces of somebody whose visits these all were, within a turn of who asks. */
  async enrolVisits(
    named: Named,
    seen: { readonly faces: readonly FaceToKeep[]; readonly visits: readonly EventId[] },
  ): Promise<Person> {
    return this.#name(await this.#keep(named, seen.faces), seen.visits);
  }

  /** These visits were this person's; nothing that was said against it is true any more. */
  async #name({ id, name }: Kept, visits: readonly EventId[]): Promise<Person> {
    const { store, people, events } = this.#parts;
    for (const visit of visits) events.name(visit, { kind: 'known', personId: id, name, confidence: 1 });
    await store.notThem.takeBackOwn(id);
    people.touch();
    return people.get(id);
  }

  /** A half enrolment leaves nobody behind, since nobody can be recognised without a face. */
  async #keep(named: Named, faces: readonly FaceToKeep[]): Promise<Kept> {
    const { store } = this.#parts;
    this.#check(named);
    const isNew = store.people.findByName(named.name) === null;
    const person = this.#personOf(named);
    try {
      for (const face of faces) await store.faces.add({ ...face, personId: person.id });
    } catch (error) {
      if (isNew) await store.erasure.erase(person.id);
      throw error;
    }
    return person;
  }

  /**
   * What the visit was taken for before teaches something too, and is no longer true of the faces that it gave. Whoever is left
   * without a face, as after a slip of the tongue, is recognised no more: else the two would be taken for each other.
   */
  async #correct(
    id: PersonId,
    { eventId, face, before }: { eventId: EventId; face: FaceDescriptor; before: Identity },
  ): Promise<void> {
    const { faces, notThem } = this.#parts.store;
    await notThem.takeBack(id, eventId);
    if (before.kind === 'known' && before.personId !== id) await notThem.add(before.personId, eventId, face);
    for (const wrong of faces.fromEvent(eventId).filter(({ personId }) => personId !== id))
      await faces.remove(wrong.id);
  }

  #check({ name, consent }: Named): void {
    const known = this.#parts.store.people.findByName(name);
    if (known === null && consent === undefined) throw noConsent();
    if (known !== null && known.leavesAtMs !== null) throw isLeaving();
  }

  #personOf({ name, consent }: Named): Kept {
    const { people } = this.#parts.store;
    const known = people.findByName(name);
    if (known === null) return people.create(name, consent ?? null);
    if (known.consent === null && consent !== undefined) people.giveConsent(known.id, consent);
    return known;
  }
}

function noConsent(): Trouble {
  return new Trouble('bad_input', {
    what: 'Nobody new is enrolled without their consent.',
    advice: 'Say who allowed that this face is kept, and who noted it.',
  });
}

function noFaceKept(): Trouble {
  return new Trouble('no_face', {
    what: 'No face good enough to enrol was seen in this event.',
    advice: 'Take another event, or enrol from a photo.',
  });
}

function allFaces(): Trouble {
  return new Trouble('bad_input', {
    what: 'These are all faces of this person, so that nothing would be left.',
    advice: 'Choose fewer faces, or rename the person.',
  });
}
