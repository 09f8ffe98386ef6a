import { useQuery } from '@tanstack/react-query';
import { ChevronRight, ListChecks } from 'lucide-react';
import { trpc } from '../../hub.ts';
import { hrefOf } from '../../route.ts';
import { words } from '../../words/words.ts';

/** The way back into the set-up, with how much of it is done; a line of the list of settings. */
export function SetupLink() {
  const setup = useQuery(trpc.setup.get.queryOptions()).data;
  if (setup === undefined) return null;
  const text = words.setup.link;
  const done = setup.steps.filter(({ state }) => state === 'done').length;
  const isOver = done === setup.steps.length;
  return (
    <a
      href={hrefOf({ screen: 'setup', at: isOver ? 'language' : 'end' })}
      className="flex min-h-14 items-center gap-4 rounded-xl px-3 py-1.5 text-ink hover:bg-sunken"
    >
      <ListChecks aria-hidden className="size-6 shrink-0 text-accent" strokeWidth={1.75} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{text.title}</span>
        <span className="block text-sm text-quiet">
          {isOver ? text.allDone : text.progress(done, setup.steps.length)}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-quiet lg:hidden" />
    </a>
  );
}
