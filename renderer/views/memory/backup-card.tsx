import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { Save } from 'lucide-react';
import { useEffect } from 'react';
import type { ShownSettings } from '../../../services/contract/api.ts';
import type { BackupView } from '../../../services/contract/backup.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { bytes } from '../../words/numbers.ts';
import { said } from '../../words/said.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { ago, moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { BackupList } from './backup-list.tsx';
import { RestoreHelp } from './restore-help.tsx';
import { WorkBar } from './work-bar.tsx';

/** The last backup and the next, one to be made now, and how the house comes back. */
export function BackupCard({ settings }: { readonly settings: ShownSettings }) {
  const queries = useQueryClient();
  const view = useQuery(trpc.backup.view.queryOptions());
  useSubscription(
    trpc.backup.watch.subscriptionOptions(undefined, {
      onData: (news) => {
        queries.setQueryData(trpc.backup.view.queryKey(), news);
      },
    }),
  );
  const made = view.data?.work.kind === 'made' ? view.data.work.atMs : null;
  const { folder } = settings.backup;
  useEffect(() => {
    void queries.invalidateQueries(trpc.backup.list.queryFilter());
  }, [queries, made, folder]);
  return (
    <Section title={words.memory.backup.title}>
      <Card className="flex flex-col gap-4 p-5">
        {view.isPending && <p className="text-quiet">{words.common.loading}</p>}
        {view.isError && <Message kind="error">{sentenceOf(view.error)}</Message>}
        {view.data && <BackupNow view={view.data} hasFolder={folder !== ''} />}
        {folder !== '' && <BackupList />}
        <RestoreHelp />
      </Card>
    </Section>
  );
}

function BackupNow({ view, hasFolder }: { readonly view: BackupView; readonly hasFolder: boolean }) {
  const text = words.memory.backup;
  const now = useNow(30_000);
  const make = useMutation(trpc.backup.make.mutationOptions());
  const { last, nextMs, work } = view;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <p className="text-lg font-semibold">
            {last === null ? text.none : text.last(ago(last.atMs, now))}
          </p>
          <p className="mt-0.5 text-quiet wrap-anywhere">
            {last === null && !hasFolder
              ? text.noneDetail
              : nextMs === null
                ? text.nextNone
                : text.next(moment(nextMs, now))}
          </p>
        </div>
        {work.kind !== 'making' && (
          <Button
            kind={hasFolder ? 'primary' : 'plain'}
            disabled={!hasFolder || make.isPending}
            onClick={() => {
              make.mutate();
            }}
          >
            <Save aria-hidden className="size-5" />
            {text.make}
          </Button>
        )}
      </div>
      {!hasFolder && last !== null && <p className="text-quiet">{text.saveFirst}</p>}
      {make.isError && <Message kind="error">{sentenceOf(make.error)}</Message>}
      <Work work={work} />
    </>
  );
}

function Work({ work }: Pick<BackupView, 'work'>) {
  const text = words.memory.backup;
  const cancel = useMutation(trpc.backup.cancel.mutationOptions());
  switch (work.kind) {
    case 'none':
      return null;
    case 'making':
      return (
        <WorkBar
          label={text.making}
          detail={work.total === 0 ? text.counting : text.progress(bytes(work.done), bytes(work.total))}
          share={work.total === 0 ? null : work.done / work.total}
          action={
            <Button
              disabled={cancel.isPending}
              onClick={() => {
                cancel.mutate();
              }}
            >
              {text.cancel}
            </Button>
          }
        />
      );
    case 'made':
      return <Message kind="good">{text.made(bytes(work.bytes))}</Message>;
    case 'cancelled':
      return <Message kind="info">{text.cancelled}</Message>;
    case 'failed':
      return (
        <Message kind="error" title={text.failed}>
          {said(`${work.what} ${work.advice}`.trim())}
        </Message>
      );
  }
}
