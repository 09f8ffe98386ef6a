import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Shield, ShieldCheck } from 'lucide-react';
import { trpc } from '../../hub.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

/** Whether the house is armed: the first thing that one sees. A tap changes it. */
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
  const look = armed
    ? 'bg-accent text-on-accent hover:not-disabled:bg-accent/90'
    : 'border border-line bg-card text-ink hover:not-disabled:bg-sunken';
  return (
    <div className="flex items-center gap-3">
      <button
        type="button"
        aria-pressed={armed}
        aria-label={armed ? words.home.disarm : words.home.arm}
        disabled={arm.isPending}
        onClick={() => {
          arm.mutate({ armed: !armed });
        }}
        className={`flex min-h-16 shrink-0 items-center gap-3 rounded-card px-5 text-xl font-semibold whitespace-nowrap transition-colors select-none motion-reduce:transition-none lg:text-2xl ${look}`}
      >
        <Icon aria-hidden className="size-8" strokeWidth={1.75} />
        {armed ? words.home.armed : words.home.disarmed}
      </button>
      {arm.isError && (
        <p role="alert" className="text-sm font-medium text-bad">
          {sentenceOf(arm.error)}
        </p>
      )}
    </div>
  );
}
