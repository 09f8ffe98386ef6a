import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { type Named, useNaming } from '../people/naming.ts';
import { useReadPeopleAnew } from '../people/people-news.ts';
import { type Entry, useEnrolQueue } from './enrol-queue.ts';
import { PhotoDrop } from './photo-drop.tsx';
import { PhotoTile } from './photo-tile.tsx';
import { base64Of, troubleWithPhoto } from './photo.ts';
import { QueueCard } from './queue-card.tsx';

/** Many photos of one person: each is read for itself, and says for itself what is wrong with it. */
export function PhotoWay({ person }: { readonly person: Person | undefined }) {
  const naming = useNaming(person === undefined ? {} : { fixed: person });
  const [missing, setMissing] = useState(false);
  const readAnew = useReadPeopleAnew();
  const enrol = useMutation(trpc.people.enrolPhoto.mutationOptions({ onSuccess: readAnew }));
  const queue = useEnrolQueue(async (file: File, named: Named) => {
    const photo = await base64Of(file);
    return enrol.mutateAsync({ photo, ...named });
  }, whyRefused);
  const { entries, next } = queue;
  const text = words.enrolment.photos;
  const send = (chosen: readonly Entry<File>[], named: Named) => {
    setMissing(chosen.length === 0);
    if (chosen.length > 0) queue.run(chosen, named);
  };
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <PhotoDrop
          compact={entries.length > 0}
          onFiles={(files) => {
            setMissing(false);
            queue.put(files.map(entryOf));
          }}
        />
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3">
          {entries.map((entry) => (
            <li key={entry.key}>
              <PhotoTile
                entry={entry}
                onRemove={() => {
                  queue.remove(entry.key);
                }}
                onRetry={() => {
                  const named = naming.take();
                  if (named !== null) send([entry], named);
                }}
              />
            </li>
          ))}
        </ul>
      </div>
      <QueueCard
        person={person}
        naming={naming}
        queue={queue}
        text={text}
        add={
          next.every(({ state }) => state.kind === 'refused')
            ? text.addAgain(next.length)
            : text.add(next.length)
        }
        missing={missing}
        onSend={(named) => {
          send(next, named);
        }}
      />
    </div>
  );
}

/** The same file chosen twice is one entry. */
function entryOf(file: File): Entry<File> {
  const why = troubleWithPhoto(file);
  return {
    key: `${file.name} ${file.size} ${file.lastModified}`,
    thing: file,
    state: why === undefined ? { kind: 'waiting' } : { kind: 'unfit', why },
  };
}

/** A file that was moved or deleted since it was chosen can't be read; all else is the hub's to say. */
function whyRefused(error: unknown): string {
  return error instanceof DOMException ? words.enrolment.photos.unreadable : sentenceOf(error);
}
