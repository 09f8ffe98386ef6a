import { useQuery } from '@tanstack/react-query';
import { Bird } from 'lucide-react';
import { newestEvents } from '../../house/live-house.ts';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { hrefOf } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useCameraName } from '../events/camera-names.ts';
import { EventRow } from '../events/event-row.tsx';

const shown = 20;

/** Who came lately. */
export function NewestEvents() {
  const events = useQuery(newestEvents);
  const cameraName = useCameraName();
  const all = (
    <a
      href={hrefOf({ screen: 'events' })}
      className="-my-2 flex min-h-12 items-center rounded-lg px-2 text-sm font-medium text-accent hover:underline"
    >
      {words.home.allEvents}
    </a>
  );
  return (
    <Section
      title={words.home.newest}
      action={all}
      className="flex max-h-96 min-h-44 flex-1 flex-col fits:max-h-none fits:min-h-24"
    >
      {events.isError && <Message kind="error">{sentenceOf(events.error)}</Message>}
      {events.data?.length === 0 && (
        <Card className="flex flex-1 flex-col items-center justify-center gap-2 p-6 text-center">
          <Bird aria-hidden className="size-8 text-quiet" strokeWidth={1.5} />
          <p className="font-semibold">{words.home.noEvents}</p>
          <p className="text-sm text-quiet">{words.home.noEventsDetail}</p>
        </Card>
      )}
      {events.data !== undefined && events.data.length > 0 && (
        <Card className="min-h-0 flex-1 overflow-y-auto p-1.5">
          <ul>
            {events.data.slice(0, shown).map((event) => (
              <li key={event.id}>
                <EventRow event={event} camera={cameraName(event.cameraId)} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}
