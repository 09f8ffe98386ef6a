import type { PersonId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';
import { selectStyle } from '../../parts/field-style.ts';
import { SelectFrame } from '../../parts/select-frame.tsx';
import { words } from '../../words/words.ts';

interface PersonFilterProps {
  readonly people: readonly Person[];
  readonly chosen: PersonId | null;
  readonly onChoose: (personId: PersonId | null) => void;
}

export function PersonFilter({ people, chosen, onChoose }: PersonFilterProps) {
  return (
    <SelectFrame className="max-w-64">
      <select
        aria-label={words.events.person}
        className={selectStyle}
        value={chosen ?? ''}
        onChange={(change) => {
          onChoose(people.find((person) => person.id === change.target.value)?.id ?? null);
        }}
      >
        <option value="">{words.events.everybody}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </SelectFrame>
  );
}
