import type { UnknownPerson } from '../../../services/contract/person.ts';

/** The best face of a group changes with its visits: the newest one in the address makes the browser ask again. */
export function groupAddress({ id, lastSeenMs }: UnknownPerson): string {
  return `/groups/${id}.jpg?v=${lastSeenMs}`;
}
