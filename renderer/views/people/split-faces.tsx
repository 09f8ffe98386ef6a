import { useMutation } from '@tanstack/react-query';
import type { FaceId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { NamingFields } from './naming-fields.tsx';
import { useNaming } from './naming.ts';
import { useReadPeopleAnew } from './people-news.ts';

interface SplitFacesProps {
  readonly person: Person;
  readonly faceIds: readonly FaceId[];
  readonly onDone: (sentence: string) => void;
  readonly onClose: () => void;
}

/** These faces are somebody else's: of somebody known, or of a new person. */
export function SplitFaces({ person, faceIds, onDone, onClose }: SplitFacesProps) {
  const naming = useNaming({ except: person.id });
  const readAnew = useReadPeopleAnew();
  const split = useMutation(
    trpc.people.split.mutationOptions({
      onSuccess: async (other) => {
        onDone(words.person.splitDone(faceIds.length, other.name));
        await readAnew();
      },
    }),
  );
  return (
    <Modal
      title={words.person.splitTitle(faceIds.length)}
      detail={words.person.splitDetail(person.name)}
      open
      onClose={onClose}
    >
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          const named = naming.take();
          if (named !== null) split.mutate({ personId: person.id, faceIds: [...faceIds], ...named });
        }}
      >
        <ul className="flex flex-wrap gap-2">
          {faceIds.slice(0, shownFaces).map((id) => (
            <li key={id}>
              <img src={`/faces/${id}.jpg`} alt="" className="size-18 rounded-xl bg-sunken object-cover" />
            </li>
          ))}
          {faceIds.length > shownFaces && (
            <li className="grid size-18 place-items-center rounded-xl bg-sunken font-medium text-quiet">
              +{faceIds.length - shownFaces}
            </li>
          )}
        </ul>
        <NamingFields naming={naming} />
        {split.isError && <Message kind="error">{sentenceOf(split.error)}</Message>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" kind="primary" disabled={split.isPending} className="max-w-72">
            <span className="truncate">
              {split.isPending ? words.common.saving : words.person.split(naming.draft.name.trim())}
            </span>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const shownFaces = 11;
