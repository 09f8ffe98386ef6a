import { setImmediate } from 'node:timers/promises';
import type { EventId } from '../contract/identifiers.ts';
import type { GalleryPerson } from '../contract/person.ts';
import { identify } from '../gallery/identify.ts';
import type { Store } from '../store/store.ts';

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
  const found: EventId[] = [];
  for (const [index, { eventId, face }] of faces.entries()) {
    if (identify(face, [person]).kind === 'known') found.push(eventId);
    if (index % atOnce === atOnce - 1) await setImmediate();
  }
  return found;
}
