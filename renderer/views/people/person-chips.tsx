import type { Person } from '../../../services/contract/person.ts';
import { words } from '../../words/words.ts';
import { PersonFace } from './person-face.tsx';

interface PersonChipsProps {
  readonly people: readonly Person[];
  /** The chosen name. */
  readonly chosen: string;
  readonly onChoose: (person: Person) => void;
}

/** The people one knows, to tap instead of typing. */
export function PersonChips({ people, chosen, onChoose }: PersonChipsProps) {
  if (people.length === 0) return null;
  return (
    <div role="group" aria-label={words.people.known}>
      <p aria-hidden className="mb-1.5 text-sm text-quiet">
        {words.people.known}
      </p>
      <div className="-m-1 flex max-h-46 flex-wrap gap-2 overflow-y-auto p-1">
        {people.map((person) => (
          <button
            key={person.id}
            type="button"
            aria-pressed={person.name === chosen}
            onClick={() => {
              onChoose(person);
            }}
            className="flex min-h-12 max-w-full min-w-0 items-center gap-2 rounded-xl border border-line py-1 pr-4 pl-1.5 font-medium hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            <PersonFace person={person} className="size-9 rounded-lg" />
            <span className="truncate" dir="auto">
              {person.name}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
