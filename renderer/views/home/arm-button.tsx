import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Shield, ShieldCheck } from 'lucide-react';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

/** Whether the house is armed; a tap changes it. */
export function ArmButton({ armed }: { readonly armed: boolean }) {
  const queries = useQueryClient();
  const arm = useMutation(
    trpc.house.arm.mutationOptions({
      onSuccess: (health) => {
        queries.setQueryData(trpc.house.health.queryKey(), health);
      },
    }),
  );
  const Icon = armed ? ShieldCheck : Shield;
  return (
    <div className="flex items-center gap-3 self-center">
      {arm.isError && (
        <p role="alert" className="text-sm font-medium text-bad">
          {sentenceOf(arm.error)}
        </p>
      )}
      <Button
        kind={armed ? 'soft' : 'plain'}
        aria-pressed={armed}
        aria-label={armed ? words.home.disarm : words.home.arm}
        disabled={arm.isPending}
        onClick={() => {
          arm.mutate({ armed: !armed });
        }}
      >
        <Icon aria-hidden className="size-5" />
        {armed ? words.home.armed : words.home.disarmed}
      </Button>
    </div>
  );
}
