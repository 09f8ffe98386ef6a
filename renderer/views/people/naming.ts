import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Consent, type Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { type NamingDraft, type NamingErrors, namingErrors } from './naming-errors.ts';

/** What is sent: `consent` for somebody new, or of whom none was recorded. */
export interface Named {
  readonly name: string;
  readonly consent?: Consent;
}

export interface Naming {
  readonly draft: NamingDraft;
  readonly edit: (change: Partial<NamingDraft>) => void;
  /** The people who may be meant. */
  readonly known: readonly Person[];
  readonly asksConsent: boolean;
  /** Only once it was tried. */
  readonly errors: NamingErrors;
  /** What may be sent; null, with errors shown, when something is missing. */
  readonly take: () => Named | null;
  readonly changed: boolean;
}

/** Who noted the last consent. It is kept in the page's memory alone: no name is written to this device. */
let lastRecorder = '';

/** The name of a face, and the consent where one is needed. `except` can't be meant; `fixed` is meant already. */
export function useNaming({
  except,
  fixed,
}: { readonly except?: string; readonly fixed?: Person } = {}): Naming {
  const people = useQuery(trpc.people.list.queryOptions());
  const [start] = useState(() => ({ ...empty, name: fixed?.name ?? '', recordedBy: lastRecorder }));
  const [draft, setDraft] = useState<NamingDraft>(start);
  const [tried, setTried] = useState(false);
  const known = (people.data ?? []).filter(({ id, leavesAtMs }) => id !== except && leavesAtMs === null);
  const name = draft.name.trim();
  const meant = fixed ?? known.find((person) => keyOf(person.name) === keyOf(name));
  const asksConsent = name !== '' && (meant === undefined || meant.consent === null);
  const errors = namingErrors(draft, asksConsent);
  return {
    draft,
    edit: (change) => {
      // A tick is for the name that was read beside it.
      const agreed = change.name === undefined || change.name === draft.name ? draft.agreed : false;
      setDraft((before) => ({ ...before, agreed, ...change }));
    },
    known,
    asksConsent,
    errors: tried ? errors : {},
    take: () => {
      setTried(true);
      if (Object.values(errors).some((error) => error !== undefined)) return null;
      if (!asksConsent) return { name };
      lastRecorder = draft.recordedBy.trim();
      return { name, consent: Consent.parse({ givenBy: draft.giver ?? name, recordedBy: lastRecorder }) };
    },
    changed: JSON.stringify(draft) !== JSON.stringify(start),
  };
}

const empty: NamingDraft = { name: '', agreed: false, giver: null, recordedBy: '' };

/** As the hub tells names apart. */
function keyOf(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}
