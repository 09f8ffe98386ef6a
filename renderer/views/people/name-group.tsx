import { useMutation } from '@tanstack/react-query';
import type { UnknownPerson } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { words } from '../../words/words.ts';
import { groupAddress } from './group-address.ts';
import { NamingDialog } from './naming-dialog.tsx';
import { useNaming } from './naming.ts';
import { useReadPeopleAnew } from './people-news.ts';

interface NameGroupProps {
  readonly group: UnknownPerson;
  readonly onClose: () => void;
}

/** All visits of an unknown person get a name. */
export function NameGroup({ group, onClose }: NameGroupProps) {
  const naming = useNaming();
  const readAnew = useReadPeopleAnew();
  const name = useMutation(
    trpc.people.nameGroup.mutationOptions({
      onSuccess: () => {
        onClose();
        return readAnew();
      },
    }),
  );
  const visits = words.people.visits(group.visits);
  return (
    <NamingDialog
      title={words.unknown.nameTitle}
      detail={words.unknown.nameDetail(visits)}
      naming={naming}
      picture={{ address: groupAddress(group), label: words.unknown.picture(visits) }}
      saving={name}
      action={words.event.thisIs}
      onNamed={(named) => {
        name.mutate({ groupId: group.id, ...named });
      }}
      onClose={onClose}
    />
  );
}
