import { useQueries } from '@tanstack/react-query';
import type { UnknownPerson } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Modal } from '../../parts/modal.tsx';
import { words } from '../../words/words.ts';
import { useCameraName } from '../events/camera-names.ts';
import { EventRow } from '../events/event-row.tsx';

interface UnknownVisitsProps {
  readonly group: UnknownPerson;
  readonly onClose: () => void;
}

/** The visits of somebody without a name, the newest first. */
export function UnknownVisits({ group, onClose }: UnknownVisitsProps) {
  const cameraName = useCameraName();
  const visits = useQueries({
    queries: group.eventIds.map((eventId) => trpc.events.get.queryOptions({ eventId })),
  });
  return (
    <Modal title={words.unknown.visitsTitle} open onClose={onClose}>
      <ul className="-mx-2 flex flex-col gap-1">
        {visits.map(({ data, isError }, index) => (
          <li key={group.eventIds[index]} className="min-h-18">
            {data !== undefined && <EventRow event={data} camera={cameraName(data.cameraId)} />}
            {isError && <p className="p-2 text-quiet">{words.unknown.visitGone}</p>}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
