import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect } from 'react';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { count } from '../../words/numbers.ts';
import { said } from '../../words/said.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { duration } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { countWords } from './count-words.ts';
import { WorkBar } from './work-bar.tsx';

/** The erasure that is waited for or goes on, and what became of the last one. */
export function EraseWork() {
  const text = words.memory.span;
  const queries = useQueryClient();
  const work = useQuery(trpc.memory.work.queryOptions()).data;
  useSubscription(
    trpc.memory.watchWork.subscriptionOptions(undefined, {
      onData: (news) => {
        queries.setQueryData(trpc.memory.work.queryKey(), news);
      },
    }),
  );
  const kind = work?.kind;
  useEffect(() => {
    if (kind === 'erased') void queries.invalidateQueries(trpc.memory.previewSpan.pathFilter());
  }, [queries, kind]);
  switch (work?.kind) {
    case 'waiting':
      return <Waiting startsAtMs={work.startsAtMs} />;
    case 'erasing':
      return (
        <WorkBar
          label={text.erasing}
          detail={`${count(work.done)} / ${count(work.total)}`}
          share={work.total === 0 ? null : work.done / work.total}
        />
      );
    case 'erased':
      return <Message kind="good">{text.erased(countWords(work.gone) || text.nothing)}</Message>;
    case 'failed':
      return <Message kind="error">{said(`${work.why} ${work.advice}`.trim())}</Message>;
    default:
      return null;
  }
}

function Waiting({ startsAtMs }: { readonly startsAtMs: number }) {
  const text = words.memory.span;
  const now = useNow();
  const queries = useQueryClient();
  const cancel = useMutation(
    trpc.memory.cancel.mutationOptions({
      onSuccess: (next) => {
        queries.setQueryData(trpc.memory.work.queryKey(), next);
      },
    }),
  );
  return (
    <>
      <Message
        kind="warning"
        action={
          <Button
            disabled={cancel.isPending}
            onClick={() => {
              cancel.mutate();
            }}
          >
            {text.takeBack}
          </Button>
        }
      >
        {text.waiting(duration(startsAtMs - now))}
      </Message>
      {cancel.isError && <Message kind="error">{sentenceOf(cancel.error)}</Message>}
    </>
  );
}
