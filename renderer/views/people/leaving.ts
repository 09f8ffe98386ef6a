import type { PersonId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';

/** Somebody who is being erased, was, or stays after all. */
export type Leaving =
  | { readonly kind: 'soon'; readonly personId: PersonId; readonly name: string; readonly leavesAtMs: number }
  | {
      readonly kind: 'erased' | 'kept';
      readonly personId: PersonId;
      readonly name: string;
      readonly sinceMs: number;
    };

/** The end is said for so long. */
const saidForMs = 8000;
/** As the hub waits; the clock of a tablet may be wrong, so that no more is ever counted down. */
export const graceMs = 10_000;

/**
 * What is to be said after the list of people changed: who leaves now; who left the list since; who stays. What was said
 * before is kept while it is new. `before` is returned when nothing changed.
 */
export function leavingAfter(
  before: readonly Leaving[],
  people: readonly Pick<Person, 'id' | 'name' | 'leavesAtMs'>[],
  nowMs: number,
): readonly Leaving[] {
  const soon = people.flatMap(({ id, name, leavesAtMs }): readonly Leaving[] =>
    leavesAtMs === null ? [] : [{ kind: 'soon', personId: id, name, leavesAtMs }],
  );
  const ended = before
    .filter(({ personId }) => soon.every((one) => one.personId !== personId))
    .flatMap((one): readonly Leaving[] => {
      if (one.kind !== 'soon') return nowMs - one.sinceMs < saidForMs ? [one] : [];
      const { personId, name } = one;
      const kind = people.some(({ id }) => id === personId) ? 'kept' : 'erased';
      return [{ kind, personId, name, sinceMs: nowMs }];
    });
  const after = [...ended, ...soon];
  return JSON.stringify(after) === JSON.stringify(before) ? before : after;
}

/** Whole seconds that are left to take it back, 0..10. */
export function secondsLeft(leavesAtMs: number, nowMs: number): number {
  return Math.ceil(Math.min(graceMs, Math.max(0, leavesAtMs - nowMs)) / 1000);
}
