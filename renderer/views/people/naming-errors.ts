import { PersonName } from '../../../services/contract/person.ts';
import { fieldErrors } from '../../parts/field-errors.ts';
import { words } from '../../words/words.ts';

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
