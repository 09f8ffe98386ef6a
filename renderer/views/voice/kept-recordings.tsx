import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { KeepSwitch } from './keep-switch.tsx';

/** The recordings of what was wrong: whether they are kept, how many there are, and a way to be rid of them. */
export function KeptRecordings() {
  const recordings = useQuery(trpc.voice.recordings.queryOptions());
  const [asks, setAsks] = useState(false);
  const count = recordings.data?.count ?? 0;
  return (
    <Section title={words.heard.recordings}>
      <Card className="flex flex-col gap-3 p-4">
        <KeepSwitch />
        {recordings.isError && <Message kind="error">{sentenceOf(recordings.error)}</Message>}
        <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 border-t border-line pt-3">
          <p role="status">{words.heard.count(count)}</p>
          {count > 0 && (
            <Button
              kind="quiet-danger"
              onClick={() => {
                setAsks(true);
              }}
            >
              {words.heard.forget(count)}
            </Button>
          )}
        </div>
      </Card>
      {asks && (
        <ForgetAll
          count={count}
          onEnd={() => {
            setAsks(false);
          }}
        />
      )}
    </Section>
  );
}

function ForgetAll({ count, onEnd }: { readonly count: number; readonly onEnd: () => void }) {
  const queries = useQueryClient();
  const forget = useMutation(
    trpc.voice.forgetRecordings.mutationOptions({
      onSuccess: async (left) => {
        queries.setQueryData(trpc.voice.recordings.queryKey(), left);
        await queries.invalidateQueries(trpc.voice.transcript.queryFilter());
        onEnd();
      },
    }),
  );
  return (
    <Confirm
      open
      title={words.heard.forgetTitle(count)}
      detail={words.heard.forgetDetail}
      action={words.heard.forget(count)}
      busy={forget.isPending}
      error={forget.isError ? sentenceOf(forget.error) : undefined}
      onConfirm={() => {
        forget.mutate();
      }}
      onCancel={onEnd}
    />
  );
}
