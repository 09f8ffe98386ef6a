import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Consent, type Person, PersonName } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { fieldErrors } from '../../parts/field-errors.ts';
import { words } from '../../words/words.ts';

/** What is sent: `consent` for somebody new, or of whom none was recorded. */
export interface Named {
  readonly name: string;
  readonly consent?: Consent;
}

export interface NamingDraft {
  readonly name: string;
  readonly agreed: boolean;
  /** Who agrees in their place, when it isn't they themselves. */
  readonly giver: string | null;
  readonly recordedBy: string;
}

export interface NamingErrors {
  readonly name?: string | undefined;
  readonly agreed?: string | undefined;
  readonly giver?: string | undefined;
  readonly recordedBy?: string | undefined;
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
  const meant = fixed ?? known.find((person) => person.name === name);
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

/** What is missing, by field. */
export function namingErrors(draft: NamingDraft, asksConsent: boolean): NamingErrors {
  const nameless = (name: string, sentence: string) =>
    PersonName.safeParse(name).success ? undefined : sentence;
  const name = fieldErrors(PersonName, draft.name)[''];
  if (!asksConsent) return { name };
  return {
    name,
    agreed: draft.agreed ? undefined : words.consent.missing,
    giver: draft.giver === null ? undefined : nameless(draft.giver, words.consent.missingGiver),
    recordedBy: nameless(draft.recordedBy, words.consent.missingRecorder),
  };
}
