import { useQuery } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { KeepDays } from './keep-days.tsx';
import { useUnknownSettings } from './unknown-settings.ts';
import { UnknownCard } from './unknown-card.tsx';

const everyMs = 20_000;

/** Faces without a name that came more than once; only where the owner wants them grouped. */
export function UnknownPeople() {
  const settings = useUnknownSettings();
  if (settings.stored === undefined) return null;
  const on = settings.stored.groupUnknown;
  return (
    <Section title={words.unknown.title} className="mt-8">
      {settings.error !== undefined && (
        <div className="mb-3">
          <Message kind="error">{settings.error}</Message>
        </div>
      )}
      {on ? <Groups /> : <OptIn />}
    </Section>
  );
}

function Groups() {
  const settings = useUnknownSettings();
  const groups = useQuery({
    ...trpc.people.unknown.queryOptions(),
    staleTime: 0,
    refetchInterval: everyMs,
  });
  return (
    <>
      <KeepDays settings={settings} />
      {groups.isError && <Message kind="error">{sentenceOf(groups.error)}</Message>}
      {groups.data?.length === 0 && (
        <p className="rounded-card border border-dashed border-line px-4 py-5 text-quiet">
          <span className="font-medium text-ink">{words.unknown.empty}</span> {words.unknown.emptyDetail}
        </p>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-4">
        {groups.data?.map((group) => (
          <li key={group.id}>
            <UnknownCard group={group} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OptIn() {
  const settings = useUnknownSettings();
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4 rounded-card border border-line bg-card p-5">
      <span className="grid size-14 shrink-0 place-items-center rounded-full bg-sunken text-quiet">
        <EyeOff aria-hidden className="size-7" strokeWidth={1.5} />
      </span>
      <div className="min-w-0 flex-1 basis-80">
        <p className="text-lg font-semibold">{words.unknown.offTitle}</p>
        <p className="mt-1 max-w-3xl text-quiet">{words.unknown.offDetail}</p>
        {settings.error !== undefined && (
          <div className="mt-3">
            <Message kind="error">{settings.error}</Message>
          </div>
        )}
      </div>
      <Button
        kind="soft"
        disabled={settings.isBusy}
        onClick={() => {
          settings.change({ groupUnknown: true });
        }}
      >
        {words.unknown.turnOn}
      </Button>
    </div>
  );
}
