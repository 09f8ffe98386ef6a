import type { Person } from '../../../services/contract/person.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { words } from '../../words/words.ts';
import { PersonFace } from './person-face.tsx';
import { PoseDial } from './pose-dial.tsx';
import { spotsOf } from './pose-spots.ts';

interface MergePreviewProps {
  readonly person: Person;
  readonly other: Person;
  readonly stays: 'other' | 'this';
  readonly onStays: (stays: 'other' | 'this') => void;
}

/** What becomes of two people who are one. */
export function MergePreview({ person, other, stays, onStays }: MergePreviewProps) {
  const faces = [...person.faces, ...other.faces];
  const [gone, into] = stays === 'other' ? [person, other] : [other, person];
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-center justify-center gap-3 rounded-card bg-sunken p-5 sm:gap-6">
        <Side person={person} goes={stays === 'other'} />
        <div className="flex flex-col items-center gap-1.5 text-center">
          <PoseDial covered={spotsOf(faces)} className="size-20" />
          <p className="text-sm text-quiet">{words.person.mergePreview}</p>
        </div>
        <Side person={other} goes={stays === 'this'} />
      </div>
      <ChoiceField
        label={words.person.mergeStays}
        value={stays}
        choices={[
          { value: 'this', label: person.name },
          { value: 'other', label: other.name },
        ]}
        onChange={onStays}
      />
      <p className="wrap-anywhere">
        {words.person.mergeResult(gone.name, into.name, words.people.faces(faces.length))}
      </p>
      <p className="-mt-3 text-sm text-quiet">{words.person.mergeNote}</p>
    </div>
  );
}

function Side({ person, goes }: { readonly person: Person; readonly goes: boolean }) {
  return (
    <div className="flex w-36 min-w-0 flex-col items-center gap-2 text-center">
      <PersonFace person={person} className="size-24" />
      <p
        className={`line-clamp-2 font-semibold wrap-anywhere ${goes ? 'text-quiet line-through' : ''}`}
        dir="auto"
      >
        {person.name}
      </p>
      <p className="text-sm text-quiet">{words.people.faces(person.faces.length)}</p>
    </div>
  );
}
