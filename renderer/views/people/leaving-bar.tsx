import { useMutation, useQuery } from '@tanstack/react-query';
import { CircleCheck, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { graceMs, type Leaving, leavingAfter, secondsLeft } from './leaving.ts';
import { useReadPeopleAnew } from './people-news.ts';

const nobody: readonly Leaving[] = [];

/** At the foot of every screen: who is being erased, with ten seconds to take it back; then that it is done. */
export function LeavingBar() {
  const people = useQuery(trpc.people.list.queryOptions()).data;
  const [leaving, setLeaving] = useState(nobody);
  const now = useNow(1000);
  if (people !== undefined) {
    const after = leavingAfter(leaving, people, now);
    if (after !== leaving) setLeaving(after);
  }
  if (leaving.length === 0) return null;
  return (
    <ul className="z-20 flex flex-col gap-px bg-line">
      {leaving.map((one) => (
        <li key={one.personId}>{one.kind === 'soon' ? <Soon {...one} now={now} /> : <Ended {...one} />}</li>
      ))}
    </ul>
  );
}

type SoonProps = Extract<Leaving, { readonly kind: 'soon' }> & { readonly now: number };

function Soon({ personId, name, leavesAtMs, now }: SoonProps) {
  const readAnew = useReadPeopleAnew();
  const keep = useMutation(trpc.people.keep.mutationOptions({ onSettled: readAnew }));
  const left = secondsLeft(leavesAtMs, now);
  return (
    <div data-leaving={personId} className="relative flex items-center gap-4 bg-bad-soft px-4 py-2 md:px-6">
      <span
        aria-hidden
        className="absolute inset-x-0 top-0 h-1 origin-left bg-bad transition-transform duration-1000 ease-linear motion-reduce:transition-none"
        style={{ transform: `scaleX(${Math.max(0, left - 1) / (graceMs / 1000)})` }}
      />
      <span role="alert" className="sr-only">
        {words.leaving.announce(name)}
      </span>
      <p className="min-w-0 flex-1 font-medium tabular-nums">
        <span className="line-clamp-2 wrap-anywhere" dir="auto">
          {left === 0 ? words.leaving.now(name) : words.leaving.soon(name, left)}
        </span>
        {keep.isError && <span className="block text-sm text-bad">{sentenceOf(keep.error)}</span>}
      </p>
      <Button
        disabled={keep.isPending || left === 0}
        onClick={() => {
          keep.mutate({ personId });
        }}
      >
        <Undo2 aria-hidden className="size-5" />
        {words.leaving.undo}
      </Button>
    </div>
  );
}

function Ended({ kind, name }: { readonly kind: 'erased' | 'kept'; readonly name: string }) {
  return (
    <p role="status" className="flex min-h-16 items-center gap-3 bg-accent-soft px-4 py-2 md:px-6">
      <CircleCheck aria-hidden className="size-5 shrink-0 text-good" />
      <span className="min-w-0 font-medium wrap-anywhere" dir="auto">
        {kind === 'erased' ? words.leaving.done(name) : words.leaving.kept(name)}
      </span>
    </p>
  );
}
