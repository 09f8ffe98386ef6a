import { CircleCheck, Hourglass } from 'lucide-react';
import type { Person } from '../../../services/contract/person.ts';
import { hrefOf } from '../../route.ts';
import { adviceSentence } from '../../words/advice.ts';
import { words } from '../../words/words.ts';
import { PersonFace } from './person-face.tsx';
import { PoseDial } from './pose-dial.tsx';
import { spotsOf } from './pose-spots.ts';

/** One person: the face, the name, and how well Lares knows them. It leads to their own page. */
export function PersonCard({ person }: { readonly person: Person }) {
  const { name, faces, advice, leavesAtMs } = person;
  const waiting = faces.filter(({ isUsed }) => !isUsed).length;
  return (
    <a
      href={hrefOf({ screen: 'person', personId: person.id })}
      data-person={person.id}
      className="flex h-full flex-col gap-3.5 rounded-card border border-line bg-card p-4 hover:border-edge"
    >
      <span className={`flex items-center gap-4 ${leavesAtMs === null ? '' : 'opacity-45'}`}>
        <PersonFace person={person} className="size-24" />
        <span className="min-w-0 flex-1">
          <span
            role="heading"
            aria-level={2}
            className="line-clamp-2 text-xl/snug font-semibold wrap-anywhere"
            dir="auto"
            title={name}
          >
            {name}
          </span>
          <span className="mt-0.5 block text-sm text-quiet">{words.people.faces(faces.length)}</span>
        </span>
      </span>
      <span className="flex flex-1 items-center gap-4 border-t border-line pt-3.5 text-sm">
        <PoseDial covered={spotsOf(faces)} advice={advice} className="size-14 shrink-0" />
        <span className="flex min-w-0 flex-col gap-0.5">
          {leavesAtMs === null ? (
            <Advice person={person} />
          ) : (
            <span className="font-medium text-bad">{words.leaving.mark}</span>
          )}
          {waiting > 0 && (
            <span className="flex items-start gap-1.5 text-quiet">
              <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0" />
              {words.people.waiting(waiting)}
            </span>
          )}
        </span>
      </span>
    </a>
  );
}

function Advice({ person: { advice, consent } }: { readonly person: Person }) {
  const sentence = adviceSentence(advice);
  return (
    <>
      {sentence === undefined ? (
        <span className="flex items-start gap-1.5 font-medium text-good">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          {words.gallery.good}
        </span>
      ) : (
        <span className="text-ink">{sentence}</span>
      )}
      {consent === null && (
        <span className="text-warn">
          {words.person.consent}: {words.person.consentMissing.toLowerCase()}
        </span>
      )}
    </>
  );
}
