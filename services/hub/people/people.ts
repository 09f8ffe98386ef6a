import type { FaceId, PersonId } from '../../contract/identifiers.ts';
import type { Consent, GalleryPerson, Person } from '../../contract/person.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { Store } from '../../store/store.ts';
import type { Events } from '../events.ts';
import { shownPerson } from './shown-person.ts';
import { Signal } from '../signal.ts';
import type { Turns } from '../intents/turns.ts';

export interface PeopleParts {
  readonly store: Pick<Store, 'people' | 'faces' | 'notThem'>;
  readonly events: Events;
  /** Of everything that changes whose a face is. */
  readonly turns: Turns;
}

interface MergeWish {
  readonly personId: PersonId;
  readonly into: PersonId;
}

interface RemoveFaceWish {
  readonly personId: PersonId;
  readonly faceId: FaceId;
}

/** The people of the house, as whoever owns this page sees and arranges them. */
export class People {
  /** The list changed, or the gallery that they are recognised by. */
  readonly changed = new Signal<readonly Person[]>();
  readonly #parts: PeopleParts;
  #embedder: string | null = null;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  list(): readonly Person[] {
    return this.#parts.store.people.list().map((record) => shownPerson(record, this.#embedder));
  }

  /** Throws Trouble `not_found`. */
  get(id: PersonId): Person {
    const record = this.#parts.store.people.get(id);
    if (record === null) throw noPerson();
    return shownPerson(record, this.#embedder);
  }

  /** Somebody who is not about to be erased; throws Trouble otherwise. */
  staying(id: PersonId): Person {
    const person = this.get(id);
    if (person.leavesAtMs !== null) throw isLeaving();
    return person;
  }

  findByName(name: string): Person | null {
    const record = this.#parts.store.people.findByName(name);
    return record && shownPerson(record, this.#embedder);
  }

  /** Whom vision may recognise. */
  gallery(): readonly GalleryPerson[] {
    return this.#parts.store.people.gallery();
  }

  face(id: FaceId): Promise<Uint8Array | null> {
    return this.#parts.store.faces.picture(id);
  }

  get embedder(): string | null {
    return this.#embedder;
  }

  /** The embedder of today; faces that another one read are not used. */
  set embedder(modelId: string | null) {
    if (modelId === this.#embedder) return;
    this.#embedder = modelId;
    this.touch();
  }

  /** Tells everybody how things are now. */
  touch(): void {
    this.changed.send(this.list());
  }

  /** Throws Trouble when the name is another person's. */
  rename(wish: { readonly personId: PersonId; readonly name: string }): Person {
    const { store, events } = this.#parts;
    this.get(wish.personId);
    store.people.rename(wish.personId, wish.name);
    events.retell(
      wish.personId,
      events.of(wish.personId).map(({ id }) => id),
    );
    this.touch();
    return this.get(wish.personId);
  }

  giveConsent(wish: { readonly personId: PersonId; readonly consent: Consent }): Person {
    this.staying(wish.personId);
    this.#parts.store.people.giveConsent(wish.personId, wish.consent);
    this.touch();
    return this.get(wish.personId);
  }

  /** All that was of the first is of the second. */
  merge(wish: MergeWish): Promise<Person> {
    return this.#parts.turns.take(() => this.#merge(wish));
  }

  /** Throws Trouble for the last face: without one nobody can be recognised. */
  removeFace(wish: RemoveFaceWish): Promise<Person> {
    return this.#parts.turns.take(() => this.#removeFace(wish));
  }

  async #merge(wish: MergeWish): Promise<Person> {
    const { store, events } = this.#parts;
    const { personId, into } = wish;
    if (personId === into) throw samePerson();
    this.staying(personId);
    this.staying(into);
    const told = events.of(personId).map(({ id }) => id);
    store.people.merge(personId, into);
    await store.notThem.takeBackOwn(into);
    events.retell(personId, told);
    this.touch();
    return this.get(into);
  }

  async #removeFace(wish: RemoveFaceWish): Promise<Person> {
    const { faces } = this.staying(wish.personId);
    if (!faces.some(({ id }) => id === wish.faceId)) throw noFace();
    if (faces.length === 1) throw lastFace();
    await this.#parts.store.faces.remove(wish.faceId);
    this.touch();
    return this.get(wish.personId);
  }
}

export function noPerson(): Trouble {
  return new Trouble('not_found', {
    what: 'This person is not enrolled any more.',
    advice: 'Look at the list of people.',
  });
}

export function isLeaving(): Trouble {
  return new Trouble('bad_input', {
    what: 'This person is about to be erased.',
    advice: 'Take that back first, or wait some seconds until they are gone.',
  });
}

export function noFace(): Trouble {
  return new Trouble('not_found', {
    what: 'This face is not kept of this person any more.',
    advice: 'Look at the person again.',
  });
}

export function lastFace(): Trouble {
  return new Trouble('bad_input', {
    what: 'This is the last face of this person, who could not be recognised without it.',
    advice: 'Add a better face first, or erase the person.',
  });
}

export function samePerson(): Trouble {
  return new Trouble('bad_input', {
    what: 'This is one and the same person.',
    advice: 'Choose two people.',
  });
}
