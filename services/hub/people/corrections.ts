import type { Event } from '../../contract/event.ts';
import type { EventId, PersonId } from '../../contract/identifiers.ts';
import type { Admission, FaceDescriptor } from '../../contract/person.ts';
import { Trouble } from '../../contract/trouble.ts';
import { admit } from '../../gallery/admission.ts';
import type { Store } from '../../store/store.ts';
import type { Events } from '../events.ts';
import type { Eyes } from '../eyes.ts';
import { lastFace, type People } from './people.ts';
import type { Turns } from '../intents/turns.ts';

export interface CorrectionParts {
  readonly store: Pick<Store, 'faces' | 'notThem'>;
  readonly people: People;
  readonly events: Events;
  readonly describeCrop: Eyes['describeCrop'];
  /** One after the other, since each is judged by the gallery that the last one left. */
  readonly turns: Turns;
}

/** What the owner says of a visit with a name: it was them, or it was not. Galleries learn from nothing else. */
export class Corrections {
  readonly #parts: CorrectionParts;

  constructor(parts: CorrectionParts) {
    this.#parts = parts;
  }

  /** It was them. Their gallery improves by this face if it is safe to; a refusal changes nothing. */
  confirm(eventId: EventId): Promise<Admission> {
    return this.#parts.turns.take(() => this.#confirm(eventId));
  }

  /** It was not them: the visit is of somebody unknown, and such a face is not taken for them again. */
  notThem(eventId: EventId): Promise<Event> {
    return this.#parts.turns.take(() => this.#notThem(eventId));
  }

  async #confirm(eventId: EventId): Promise<Admission> {
    const { events, people } = this.#parts;
    const identity = this.#known(eventId);
    people.staying(identity.personId);
    events.name(eventId, { ...identity, confidence: 1 });
    const kept = await events.face(eventId);
    const face = kept === null ? null : await this.#asOfToday(kept);
    if (face === null) return { kind: 'refused', why: 'poor_picture' };
    return this.#admit({ eventId, personId: identity.personId, face });
  }

  /** A face that an older embedder read is read again first; null when there is none in its crop any more. */
  async #asOfToday(face: FaceDescriptor): Promise<FaceDescriptor | null> {
    const { people, describeCrop } = this.#parts;
    if (people.embedder === null || face.modelId === people.embedder) return face;
    const read = await describeCrop(face.crop);
    return read.ok ? { ...face, ...descriptorOf(read.value) } : null;
  }

  async #admit(seen: { eventId: EventId; personId: PersonId; face: FaceDescriptor }): Promise<Admission> {
    const { people, store } = this.#parts;
    const { eventId, personId, face } = seen;
    if (store.faces.fromEvent(eventId).some((kept) => kept.personId === personId))
      return { kind: 'refused', why: 'nothing_new' };
    const gallery = people.gallery();
    const person = gallery.find((each) => each.personId === personId);
    if (person === undefined) throw noName();
    const others = gallery.filter((each) => each !== person);
    const admission = admit(face, person, others);
    if (admission.kind === 'refused') return admission;
    await store.faces.add({ personId, face, origin: 'sighting', eventId });
    if (admission.replaces !== null) await store.faces.remove(admission.replaces);
    people.touch();
    return admission;
  }

  async #notThem(eventId: EventId): Promise<Event> {
    const { events, people, store } = this.#parts;
    const { personId } = this.#known(eventId);
    const learnt = store.faces.fromEvent(eventId).filter((kept) => kept.personId === personId);
    if (learnt.length >= people.get(personId).faces.length) throw lastFace();
    const face = await events.face(eventId);
    for (const { id } of learnt) await store.faces.remove(id);
    if (face !== null) await store.notThem.add(personId, eventId, face);
    events.name(eventId, { kind: 'unknown' });
    people.touch();
    return events.get(eventId);
  }

  #known(eventId: EventId) {
    const { identity } = this.#parts.events.get(eventId);
    if (identity.kind !== 'known') throw noName();
    return identity;
  }
}

/** Who it is, without what was judged of the picture, which is the same. */
function descriptorOf({ modelId, dimension, metric, values }: FaceDescriptor) {
  return { modelId, dimension, metric, values };
}

function noName(): Trouble {
  return new Trouble('bad_input', {
    what: 'Nobody was recognised in this event.',
    advice: 'Give it a name instead.',
  });
}
