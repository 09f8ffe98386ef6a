import { useEffect, useRef, useState } from 'react';
import type { Person } from '../../../services/contract/person.ts';
import { sentenceOf } from '../../words/sentence.ts';
import type { Named } from '../people/naming.ts';

/** What became of one photo or one visit. `unfit`: it can't be sent at all. */
export type EntryState =
  | { readonly kind: 'waiting' | 'sending' | 'taken' }
  | { readonly kind: 'refused' | 'unfit'; readonly why: string };

export interface Entry<T> {
  readonly key: string;
  readonly thing: T;
  readonly state: EntryState;
}

export interface EnrolQueue<T> {
  readonly entries: readonly Entry<T>[];
  readonly put: (entries: readonly Entry<T>[]) => void;
  readonly remove: (key: string) => void;
  /** Those that the next run sends: all that wait, or, when none does, all that were refused. */
  readonly next: readonly Entry<T>[];
  /** Sends these one after the other; the first that is taken makes a new person, who has given consent by then. */
  readonly run: (entries: readonly Entry<T>[], named: Named) => void;
  readonly state: QueueState;
}

export type QueueState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly all: number }
  | { readonly kind: 'over'; readonly taken: number; readonly all: number; readonly person: Person | null };

/** Many faces of one person, each with its own result: one that is refused keeps no other from being taken. */
export function useEnrolQueue<T>(
  send: (thing: T, named: Named) => Promise<Person>,
  whyOf: (error: unknown) => string = sentenceOf,
): EnrolQueue<T> {
  const [entries, setEntries] = useState<readonly Entry<T>[]>([]);
  const [state, setState] = useState<QueueState>({ kind: 'idle' });
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const mark = (key: string, next: EntryState) => {
    setEntries((before) => before.map((each) => (each.key === key ? { ...each, state: next } : each)));
  };
  const waiting = entries.filter(({ state: { kind } }) => kind === 'waiting');
  return {
    entries,
    put: (more) => {
      const fresh = new Set(more.map(({ key }) => key));
      setEntries((before) => [...before.filter(({ key }) => !fresh.has(key)), ...more]);
      setState({ kind: 'idle' });
    },
    remove: (key) => {
      setEntries((before) => before.filter((each) => each.key !== key));
    },
    next: waiting.length > 0 ? waiting : entries.filter(({ state: { kind } }) => kind === 'refused'),
    run: (chosen, named) => {
      if (state.kind !== 'running') void sendAll(chosen, named, { send, whyOf, mark, setState, here });
    },
    state,
  };
}

interface Sending<T> {
  readonly send: (thing: T, named: Named) => Promise<Person>;
  readonly whyOf: (error: unknown) => string;
  readonly mark: (key: string, state: EntryState) => void;
  readonly setState: (state: QueueState) => void;
  /** Whether the page still shows the queue. */
  readonly here: { readonly current: boolean };
}

async function sendAll<T>(chosen: readonly Entry<T>[], named: Named, sending: Sending<T>): Promise<void> {
  const { send, whyOf, mark, setState, here } = sending;
  let person: Person | null = null;
  let taken = 0;
  for (const [done, { key, thing }] of chosen.entries()) {
    if (!here.current) return;
    setState({ kind: 'running', done, all: chosen.length });
    mark(key, { kind: 'sending' });
    try {
      person = await send(thing, person === null ? named : { name: named.name });
      taken += 1;
      mark(key, { kind: 'taken' });
    } catch (error) {
      mark(key, { kind: 'refused', why: whyOf(error) });
    }
  }
  setState({ kind: 'over', taken, all: chosen.length, person });
}
