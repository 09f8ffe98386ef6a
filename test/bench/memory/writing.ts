import type { Visit } from '../../../services/contract/event.ts';
import { type Clocked, median, once } from './clocked.ts';
import { fill } from './filling.ts';
import type { BenchedHouse } from './house.ts';

const batchSize = 5000;
/** As many visits are written into both houses, to compare them. */
const mostCompared = 50_000;
const singles = 2000;

/** Microseconds of an event on encrypted pages, on plain ones, and how many times as long the first takes. */
export interface Compared {
  readonly encrypted: number;
  readonly plain: number;
  readonly ratio: number;
}

interface Writing {
  readonly encrypted: BenchedHouse;
  readonly plain: BenchedHouse;
  readonly visit: (n: number) => Visit['event'];
  readonly total: number;
}

/**
 * Writes all events into the encrypted house. The first of them go into the plain one as well, the two taking turns: in batches by the
 * processor's time, and then one by one, each in a transaction of its own, by the clock. The rest is filled in unmeasured.
 */
export function write({ encrypted, plain, visit, total }: Writing): { batch: Compared; single: Compared } {
  const compared = Math.min(mostCompared, total - 2 * singles);
  const batches: (readonly [Clocked, Clocked])[] = [];
  for (let from = 0; from < compared; from += batchSize) {
    const events = range(from, Math.min(batchSize, compared - from)).map(visit);
    batches.push([once(putting(encrypted, events)), once(putting(plain, events))]);
  }
  const one: number[][] = [[], []];
  for (const n of range(compared, singles)) {
    const event = visit(n);
    for (const [at, house] of [encrypted, plain].entries())
      one[at]?.push(once(putting(house, [event])).milliseconds);
  }
  fill(encrypted.database, rest(compared + singles, total, visit));
  const micros = (at: 0 | 1): number =>
    (1000 * median(batches.map((pair) => pair[at].processor))) / batchSize;
  return {
    batch: comparedOf(micros(0), micros(1)),
    single: comparedOf(1000 * median(one[0] ?? []), 1000 * median(one[1] ?? [])),
  };
}

function* rest(from: number, to: number, visit: Writing['visit']): Generator<Visit['event']> {
  for (let n = from; n < to; n += 1) yield visit(n);
}

function comparedOf(encrypted: number, plain: number): Compared {
  return { encrypted, plain, ratio: encrypted / plain };
}

/** A single event needs no transaction around its own. */
function putting(house: BenchedHouse, visits: readonly Visit['event'][]): () => void {
  const [only, another] = visits;
  return () => {
    if (only !== undefined && another === undefined) house.events.put(only);
    else putAll(house, visits);
  };
}

function putAll({ database, events }: BenchedHouse, visits: readonly Visit['event'][]): void {
  database.transaction(() => {
    for (const visit of visits) events.put(visit);
  });
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => from + n);
}
