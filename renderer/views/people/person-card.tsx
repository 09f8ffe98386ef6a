import { Pencil, Trash2, User } from 'lucide-react';
import { useState } from 'react';
import type { Person } from '../../../services/contract/person.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { date } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { RemovePerson } from './remove-person.tsx';
import { RenamePerson } from './rename-person.tsx';

const shownFaces = 5;

/** One person with their faces. */
export function PersonCard({ person }: { readonly person: Person }) {
  const [dialog, setDialog] = useState<'none' | 'rename' | 'remove'>('none');
  const [first, ...others] = person.faces;
  const close = () => {
    setDialog('none');
  };
  return (
    <Card className="flex h-full flex-col p-4">
      <div className="flex items-center gap-4">
        <span className="grid size-20 shrink-0 place-items-center overflow-hidden rounded-2xl bg-sunken text-quiet">
          {first === undefined ? (
            <User aria-hidden className="size-9" strokeWidth={1.5} />
          ) : (
            <img src={`/faces/${first.id}.jpg`} alt="" className="size-full object-cover" />
          )}
        </span>
        <div className="min-w-0 flex-1">
          <h2
            className="line-clamp-2 text-lg/snug font-semibold wrap-anywhere"
            dir="auto"
            title={person.name}
          >
            {person.name}
          </h2>
          <p className="text-sm text-quiet">{words.people.faces(person.faces.length)}</p>
          <p className="text-sm text-quiet">{words.people.since(date(person.enrolledAtMs))}</p>
        </div>
      </div>
      <div className="my-3 flex min-h-10 gap-1.5">
        {others.slice(0, shownFaces).map((face) => (
          <img
            key={face.id}
            src={`/faces/${face.id}.jpg`}
            alt=""
            className="size-10 rounded-lg bg-sunken object-cover"
          />
        ))}
      </div>
      <div className="mt-auto -mr-2 -mb-2 -ml-2 flex justify-between border-t border-line pt-2">
        <Button
          kind="quiet"
          onClick={() => {
            setDialog('rename');
          }}
        >
          <Pencil aria-hidden className="size-5" />
          {words.people.rename}
        </Button>
        <Button
          kind="faint"
          onClick={() => {
            setDialog('remove');
          }}
        >
          <Trash2 aria-hidden className="size-5" />
          {words.people.delete}
        </Button>
      </div>
      {dialog === 'rename' && <RenamePerson person={person} onClose={close} />}
      <RemovePerson person={person} open={dialog === 'remove'} onCancel={close} />
    </Card>
  );
}
