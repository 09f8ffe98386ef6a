import type { EventId, FaceId, PersonId } from '../contract/identifiers.ts';
import type { FaceDescriptor, GalleryPerson, Person } from '../contract/person.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Store } from '../store/store.ts';
import type { Events } from './events.ts';
import { Signal } from './signal.ts';

export interface PeopleParts {
  readonly table: Store['people'];
  readonly events: Events;
  /** The one face in a photo; vision knows how. */
  readonly readFace: (photo: Uint8Array) => Promise<FaceDescriptor>;
}

/** The people of the house: whoever owns this page enrols and forgets them. */
export class People {
  readonly changed = new Signal<readonly Person[]>();
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  list(): readonly Person[] {
    return this.#parts.table.list();
  }

  gallery(): readonly GalleryPerson[] {
    return this.#parts.table.gallery();
  }

  face(id: FaceId): Promise<Uint8Array | null> {
    return this.#parts.table.face(id);
  }

  /** The face of this event is this person's; a new name makes a new person. Other events keep what they say. */
  async enrolEvent(wish: { readonly eventId: EventId; readonly name: string }): Promise<Person> {
    const { events } = this.#parts;
    events.get(wish.eventId);
    const face = await events.face(wish.eventId);
    if (face === null) throw noFaceKept();
    const person = await this.#enrol(wish.name, face);
    events.name(wish.eventId, { kind: 'known', personId: person.id, name: person.name, confidence: 1 });
    return person;
  }

  /** Throws what vision says of the photo: `bad_photo`, `no_face`, `many_faces`, `unavailable`. */
  async enrolPhoto(wish: { readonly photo: Uint8Array; readonly name: string }): Promise<Person> {
    return this.#enrol(wish.name, await this.#parts.readFace(wish.photo));
  }

  /** Throws Trouble when the name is another person's. */
  rename(wish: { readonly personId: PersonId; readonly name: string }): Person {
    const { table, events } = this.#parts;
    this.#get(wish.personId);
    table.rename(wish.personId, wish.name);
    events.retell(wish.personId, events.of(wish.personId));
    this.changed.send(this.list());
    return this.#get(wish.personId);
  }

  /** Forgets the person: faces, numbers, and the name in every event. */
  async remove(personId: PersonId): Promise<void> {
    const { table, events } = this.#parts;
    this.#get(personId);
    const told = events.of(personId);
    await table.remove(personId);
    events.retell(personId, told);
    this.changed.send(this.list());
  }

  async #enrol(name: string, face: FaceDescriptor): Promise<Person> {
    const { table } = this.#parts;
    const known = table.findByName(name);
    const person = known ?? table.create(name);
    try {
      await table.addFace(person.id, face);
    } catch (error) {
      // A person without a face could never be recognised, so a half enrolment leaves nobody behind.
      if (known === null) await table.remove(person.id);
      throw error;
    }
    this.changed.send(this.list());
    return this.#get(person.id);
  }

  #get(id: PersonId): Person {
    const person = this.list().find((one) => one.id === id);
    if (person === undefined) throw noPerson();
    return person;
  }
}

function noFaceKept(): Trouble {
  return new Trouble('no_face', {
    what: 'No face good enough to enrol was seen in this event.',
    advice: 'Take another event, or enrol from a photo.',
  });
}

function noPerson(): Trouble {
  return new Trouble('not_found', {
    what: 'This person is not enrolled any more.',
    advice: 'Look at the list of people.',
  });
}
