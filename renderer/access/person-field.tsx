import { useQuery } from '@tanstack/react-query';
import { PersonId } from '../../services/contract/identifiers.ts';
import { trpc } from '../hub.ts';
import { Field } from '../parts/field.tsx';
import { selectStyle } from '../parts/field-style.ts';
import { SelectFrame } from '../parts/select-frame.tsx';
import { words } from '../words/words.ts';

interface PersonFieldProps {
  readonly personId: PersonId | null;
  readonly onChange: (personId: PersonId | null) => void;
}

/** Who of the known people somebody is; nothing to choose while nobody is known. */
export function PersonField({ personId, onChange }: PersonFieldProps) {
  const people = useQuery(trpc.people.list.queryOptions()).data ?? [];
  if (people.length === 0) return null;
  return (
    <Field label={words.access.person} hint={words.access.personHint}>
      {(control) => (
        <SelectFrame>
          <select
            {...control}
            value={personId ?? ''}
            onChange={(chosen) => {
              onChange(PersonId.safeParse(chosen.target.value).data ?? null);
            }}
            className={selectStyle}
          >
            <option value="">{words.access.nobodyKnown}</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </SelectFrame>
      )}
    </Field>
  );
}
