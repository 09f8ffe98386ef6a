import { useMutation } from '@tanstack/react-query';
import type { FaceId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useReadPeopleAnew } from './people-news.ts';

interface RemoveFacesProps {
  readonly person: Person;
  readonly faceIds: readonly FaceId[];
  readonly onDone: (sentence: string) => void;
  readonly onCancel: () => void;
}

/** Asks, then forgets the chosen faces one after the other; what could not be removed stays. */
export function RemoveFaces({ person, faceIds, onDone, onCancel }: RemoveFacesProps) {
  const readAnew = useReadPeopleAnew();
  const removeOne = useMutation(trpc.people.removeFace.mutationOptions());
  const remove = useMutation({
    mutationFn: async () => {
      try {
        // When it is tried again, some are gone already.
        for (const faceId of faceIds)
          if (person.faces.some(({ id }) => id === faceId))
            await removeOne.mutateAsync({ personId: person.id, faceId });
      } finally {
        await readAnew();
      }
      return faceIds.length;
    },
    onSuccess: (count) => {
      onDone(words.person.removed(count));
    },
  });
  return (
    <Confirm
      open
      title={words.person.removeTitle(faceIds.length)}
      detail={words.person.removeDetail}
      action={words.person.removeFaces(faceIds.length)}
      busy={remove.isPending}
      error={remove.isError ? sentenceOf(remove.error) : undefined}
      onConfirm={() => {
        remove.mutate();
      }}
      onCancel={onCancel}
    />
  );
}
