import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';
import { graceMs, removeNoMore, type Removing, useRemoving } from './removing.ts';

/** At the foot of every screen: what is being deleted, with a way to have it back. */
export function RemovingBar() {
  const removing = useRemoving();
  if (removing.size === 0) return null;
  return (
    <section aria-label={words.timeline.removed} className="z-20 max-h-[40dvh] overflow-y-auto">
      <ul className="flex flex-col gap-px bg-line">
        {[...removing.values()].map((one) => (
          <li key={one.event.id}>
            <Leaving {...one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Leaving({ event, untilMs }: Removing) {
  const now = useNow(1000);
  const queries = useQueryClient();
  const remove = useMutation(
    trpc.events.remove.mutationOptions({
      onSuccess: () => {
        removeNoMore(event.id);
        return queries.invalidateQueries(trpc.events.pathFilter());
      },
    }),
  );
  const { mutate } = remove;
  useEffect(() => {
    const go = (): void => {
      mutate({ eventId: event.id });
    };
    const timer = setTimeout(go, untilMs - Date.now());
    // Who deletes something and closes the page wants it gone.
    addEventListener('pagehide', go);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', go);
    };
  }, [event.id, untilMs, mutate]);
  const left = Math.max(1, Math.ceil(Math.min(graceMs, untilMs - now) / 1000));
  return (
    <div data-removing={event.id} className="flex items-center gap-4 bg-bad-soft px-4 py-2 md:px-6">
      <span role="status" className="sr-only">
        {words.timeline.removed}
      </span>
      <p className="min-w-0 flex-1" role={remove.isError ? 'alert' : undefined}>
        <span className="block truncate font-medium" dir="auto">
          {who(event)}
        </span>
        <span className={`block text-sm tabular-nums ${remove.isError ? 'text-bad' : 'text-quiet'}`}>
          {remove.isError
            ? `${words.timeline.notRemoved} ${sentenceOf(remove.error)}`
            : words.timeline.removing(left)}
        </span>
      </p>
      <Button
        disabled={remove.isPending}
        onClick={() => {
          removeNoMore(event.id);
        }}
      >
        <Undo2 aria-hidden className="size-5" />
        {words.timeline.undo}
      </Button>
    </div>
  );
}
