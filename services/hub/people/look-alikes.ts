import { setImmediate } from 'node:timers/promises';
import type { EventId } from '../../contract/identifiers.ts';
import type { Descriptor, GalleryPerson } from '../../contract/person.ts';
import { identify } from '../../gallery/identify.ts';
import type { Store } from '../../store/store.ts';

/** So many faces are compared before everybody else has their turn. */
const atOnce = 200;

/** Visits without a name whose kept faces would have been given this person's: their own, most likely, that nobody recognised. */
export async function lookAlikes(
  person: GalleryPerson,
  { eventFaces }: Pick<Store, 'eventFaces'>,
): Promise<readonly EventId[]> {
  const nameless = new Set(eventFaces.nameless());
  const models = new Set(person.descriptors.map(({ modelId }) => modelId));
  const faces = [...models]
    .flatMap((modelId) => eventFaces.all(modelId))
    .filter(({ eventId }) => nameless.has(eventId));
  return (await alikeOf(person, faces)).map(({ eventId }) => eventId);
}

/** Faces that are kept since they are not somebody else, and would have been given this person's name. */
export async function alikeAnchors(
  person: GalleryPerson,
  { notThem }: Pick<Store, 'notThem'>,
): Promise<readonly string[]> {
  return (await alikeOf(person, notThem.ofOthers(person.personId))).map(({ id }) => id);
}

async function alikeOf<T extends { readonly face: Descriptor }>(
  person: GalleryPerson,
  faces: readonly T[],
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const [index, kept] of faces.entries()) {
    if (identify(kept.face, [person]).kind === 'known') found.push(kept);
    if (index % atOnce === atOnce - 1) await setImmediate();
  }
  return found;
}
