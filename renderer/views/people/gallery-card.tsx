import { CircleCheck, Hourglass, ImagePlus } from 'lucide-react';
import type { Person } from '../../../services/contract/person.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Card } from '../../parts/card.tsx';
import { adviceSentence } from '../../words/advice.ts';
import { words } from '../../words/words.ts';
import { dialSentence, PoseDial } from './pose-dial.tsx';
import { spotsOf } from './pose-spots.ts';

/** How well somebody is known, what would help, and the way to do it. */
export function GalleryCard({ person }: { readonly person: Person }) {
  const sentence = adviceSentence(person.advice);
  const waiting = person.faces.filter(({ isUsed }) => !isUsed).length;
  const covered = spotsOf(person.faces);
  return (
    <Card className="flex flex-col gap-4 p-4">
      <div className="flex items-center gap-4">
        <PoseDial covered={covered} advice={person.advice} className="size-22 shrink-0" />
        {sentence === undefined ? (
          <p className="flex items-start gap-2 font-medium text-good">
            <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
            {words.gallery.good}
          </p>
        ) : (
          <div className="min-w-0">
            <p className="font-medium">{sentence}</p>
            <p aria-hidden className="mt-1 text-sm text-quiet">
              {dialSentence(covered)}
            </p>
          </div>
        )}
      </div>
      {waiting > 0 && (
        <p className="flex items-start gap-2 text-sm text-quiet">
          <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0" />
          {words.people.waiting(waiting)}
        </p>
      )}
      <ButtonLink
        to={{ screen: 'add-faces', personId: person.id }}
        kind={sentence === undefined ? 'plain' : 'primary'}
      >
        <ImagePlus aria-hidden className="size-5" />
        {words.gallery.addFaces}
      </ButtonLink>
    </Card>
  );
}
