import { useMutation } from '@tanstack/react-query';
import type { FaceId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { words } from '../../words/words.ts';
import { NamingDialog } from './naming-dialog.tsx';
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
    <NamingDialog
      title={words.person.splitTitle(faceIds.length)}
      detail={words.person.splitDetail(person.name)}
      naming={naming}
      saving={split}
      action={words.person.split}
      onNamed={(named) => {
        split.mutate({ personId: person.id, faceIds: [...faceIds], ...named });
      }}
      onClose={onClose}
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
    </NamingDialog>
  );
}

const shownFaces = 11;
