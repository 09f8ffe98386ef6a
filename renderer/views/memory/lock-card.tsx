import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Section } from '../../parts/section.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

/** Closes the house at once: of use where a passphrase opens it again. */
export function LockCard() {
  const text = words.memory.key;
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const lock = useMutation(
    trpc.house.lock.mutationOptions({
      onSuccess: (health) => {
        setAsks(false);
        queries.setQueryData(trpc.house.health.queryKey(), health);
      },
    }),
  );
  return (
    <Section title={text.lockTitle}>
      <Card className="flex flex-wrap items-center gap-x-6 gap-y-3 p-5">
        <p className="min-w-0 flex-1 basis-64 text-quiet">{text.lockDetail}</p>
        <Button
          onClick={() => {
            setAsks(true);
          }}
        >
          <Lock aria-hidden className="size-5" />
          {text.lock}
        </Button>
      </Card>
      <Confirm
        open={asks}
        kind="primary"
        title={text.lockQuestion}
        detail={text.lockDetail}
        action={text.lock}
        busy={lock.isPending}
        error={lock.isError ? sentenceOf(lock.error) : undefined}
        onConfirm={() => {
          lock.mutate();
        }}
        onCancel={() => {
          lock.reset();
          setAsks(false);
        }}
      />
    </Section>
  );
}
