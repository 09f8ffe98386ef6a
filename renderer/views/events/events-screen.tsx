import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import type { Event } from '../../../services/contract/event.ts';
import type { CameraId, PersonId } from '../../../services/contract/identifiers.ts';
import { useHealth } from '../../house/health.ts';
import { newestEvents } from '../../house/live-house.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { day } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { CameraFilter } from './camera-filter.tsx';
import { useCameraName } from './camera-names.ts';
import { EventRow } from './event-row.tsx';
import { PersonFilter } from './person-filter.tsx';

const pageSize = 50;

/** All visits by day, newest first; earlier ones come when asked for. */
export function EventsScreen() {
  const [cameraId, setCameraId] = useState<CameraId | null>(null);
  const [personId, setPersonId] = useState<PersonId | null>(null);
  const people = useQuery(trpc.people.list.queryOptions()).data ?? [];
  const newest = useQuery(newestEvents);
  const cameras = useHealth()?.cameras ?? [];
  const events = newest.data ?? [];
  const shown = events.filter((event) => cameraId === null || event.cameraId === cameraId);
  const ofPerson = shown.filter((event) => isOf(event, personId));
  const oldest = events.at(-1);
  return (
    <Screen
      title={words.events.title}
      actions={
        <>
          {people.length > 0 && <PersonFilter people={people} chosen={personId} onChoose={setPersonId} />}
          {cameras.length > 1 && <CameraFilter cameras={cameras} chosen={cameraId} onChoose={setCameraId} />}
        </>
      }
    >
      {newest.isError && <Message kind="error">{sentenceOf(newest.error)}</Message>}
      {newest.isSuccess && events.length === 0 && (
        <EmptyState icon={History} title={words.events.empty} detail={words.events.emptyDetail} />
      )}
      {events.length > 0 && ofPerson.length === 0 && (
        <p className="py-6 text-center text-quiet">{words.events.nothingShown}</p>
      )}
      <EventDays events={ofPerson} />
      {events.length >= pageSize && oldest && (
        <Earlier cameraId={cameraId} personId={personId} beforeMs={oldest.beganAtMs} />
      )}
    </Screen>
  );
}

/** Of one person, or of everybody and everything. */
function isOf({ identity }: Event, personId: PersonId | null): boolean {
  return personId === null || (identity.kind === 'known' && identity.personId === personId);
}

interface EarlierProps {
  readonly cameraId: CameraId | null;
  readonly personId: PersonId | null;
  readonly beforeMs: number;
}

/** A button that turns into the page of events before a time, with the next button beneath. */
function Earlier({ cameraId, personId, beforeMs }: EarlierProps) {
  const [from, setFrom] = useState<number | null>(null);
  const page = useQuery({
    ...trpc.events.newest.queryOptions({
      limit: pageSize,
      beforeMs: from ?? beforeMs,
      ...(cameraId === null ? {} : { cameraId }),
      ...(personId === null ? {} : { personId }),
    }),
    enabled: from !== null,
  });
  const oldest = page.data?.at(-1);
  if (page.data === undefined) {
    return (
      <div className="mt-6 flex flex-col items-center gap-3">
        {page.isError && <Message kind="error">{sentenceOf(page.error)}</Message>}
        <Button
          disabled={page.isFetching}
          onClick={() => {
            if (from === null) setFrom(beforeMs);
            else void page.refetch();
          }}
        >
          {page.isFetching ? words.common.loading : words.events.earlier}
        </Button>
      </div>
    );
  }
  return (
    <>
      <EventDays events={page.data} />
      {page.data.length === pageSize && oldest ? (
        <Earlier cameraId={cameraId} personId={personId} beforeMs={oldest.beganAtMs} />
      ) : (
        <p className="mt-6 text-center text-quiet">{words.events.end}</p>
      )}
    </>
  );
}

function EventDays({ events }: { readonly events: readonly Event[] }) {
  const now = useNow(60_000);
  const cameraName = useCameraName();
  const days = Map.groupBy(events, (event) => day(event.beganAtMs, now));
  return [...days].map(([name, ofDay]) => (
    <section key={name} className="mb-6">
      <h2 className="mb-2 text-sm font-semibold tracking-wide text-quiet">{name}</h2>
      <ul className="grid grid-cols-1 gap-2 md:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {ofDay.map((event) => (
          <li key={event.id} className="rounded-card border border-line bg-card p-1">
            <EventRow event={event} camera={cameraName(event.cameraId)} time="clock" />
          </li>
        ))}
      </ul>
    </section>
  ));
}
