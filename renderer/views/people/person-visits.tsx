import { useQuery } from '@tanstack/react-query';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useCameraName } from '../events/camera-names.ts';
import { EventRow } from '../events/event-row.tsx';

const shown = 12;

/** When somebody was seen lately. */
export function PersonVisits({ person }: { readonly person: Person }) {
  const cameraName = useCameraName();
  const newest = useQuery({
    ...trpc.events.newest.queryOptions({ limit: shown, personId: person.id }),
    staleTime: 0,
  });
  const visits = newest.data ?? [];
  return (
    <Section title={words.person.visits}>
      {newest.isError && <Message kind="error">{sentenceOf(newest.error)}</Message>}
      {newest.isSuccess && visits.length === 0 && (
        <p className="rounded-card border border-dashed border-line px-4 py-5 text-quiet">
          <span className="font-medium text-ink">{words.person.noVisits}</span> {words.person.noVisitsDetail}
        </p>
      )}
      <ul className="grid grid-cols-1 gap-2 lg:grid-cols-2 xl:grid-cols-3">
        {visits.map((event) => (
          <li key={event.id} className="rounded-card border border-line bg-card p-1">
            <EventRow event={event} camera={cameraName(event.cameraId)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
