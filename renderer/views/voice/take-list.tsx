import { useMutation } from '@tanstack/react-query';
import { Mic, Trash2, TriangleAlert } from 'lucide-react';
import type { WakeReport, WakeSample } from '../../../services/contract/wake.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { rate } from '../../words/numbers.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { faultOf } from './take.ts';
import { useTakeWake } from './wake-answer.ts';

interface TakeListProps {
  /** The newest first. */
  readonly calls: readonly WakeSample[];
  readonly notCalls: readonly WakeSample[];
  readonly report: WakeReport;
}

/** The household's recordings of a phrase; poor ones say so. */
export function TakeList({ calls, notCalls, report }: TakeListProps) {
  const learntAtMs = report.recordings > 0 ? report.trainedAtMs : 0;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Section title={words.wake.screen.takes}>
        {calls.length === 0 ? (
          <EmptyState icon={Mic} title={words.wake.screen.noTakes} detail={words.wake.screen.noTakesDetail} />
        ) : (
          <Takes
            takes={calls.map((sample, index) => ({
              sample,
              name: words.wake.screen.take(calls.length - index),
            }))}
            learntAtMs={learntAtMs}
          />
        )}
      </Section>
      {notCalls.length > 0 && <NotCalls samples={notCalls} learntAtMs={learntAtMs} />}
    </div>
  );
}

interface NotCallsProps {
  readonly samples: readonly WakeSample[];
  readonly learntAtMs: number;
}

function NotCalls({ samples, learntAtMs }: NotCallsProps) {
  const now = useNow(60_000);
  return (
    <Section title={words.wake.screen.notCalls}>
      <Takes
        takes={samples.map((sample) => ({
          sample,
          name: words.wake.screen.notCall(moment(sample.atMs, now)),
        }))}
        learntAtMs={learntAtMs}
      />
    </Section>
  );
}

interface Take {
  readonly sample: WakeSample;
  readonly name: string;
}

function Takes({ takes, learntAtMs }: { readonly takes: readonly Take[]; readonly learntAtMs: number }) {
  return (
    <Card>
      <ul className="divide-y divide-line">
        {takes.map((take) => (
          <TakeRow key={take.sample.id} take={take} isLearnt={take.sample.atMs <= learntAtMs} />
        ))}
      </ul>
    </Card>
  );
}

function TakeRow({ take: { sample, name }, isLearnt }: { readonly take: Take; readonly isLearnt: boolean }) {
  const takeWake = useTakeWake();
  const forget = useMutation(trpc.voice.forgetSample.mutationOptions({ onSuccess: takeWake }));
  const fault = faultOf(sample);
  return (
    <li data-take={sample.id} className="flex items-center gap-3 py-1.5 pr-1.5 pl-4">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium">{name}</span>
          <span className="text-sm text-quiet tabular-nums">
            {words.wake.screen.seconds(rate(sample.durationMs / 1000))}
            {!isLearnt && ` · ${words.wake.screen.fresh}`}
          </span>
        </p>
        {fault !== null && (
          <p className="flex items-center gap-1.5 text-sm text-warn">
            <TriangleAlert aria-hidden className="size-4 shrink-0" />
            {words.wake.screen[fault]}
          </p>
        )}
        {forget.isError && (
          <p role="alert" className="text-sm font-medium text-bad">
            {sentenceOf(forget.error)}
          </p>
        )}
      </div>
      <Button
        kind="faint"
        aria-label={words.wake.screen.deleteTake(name)}
        disabled={forget.isPending}
        onClick={() => {
          forget.mutate({ sampleId: sample.id });
        }}
      >
        <Trash2 aria-hidden className="size-5" />
      </Button>
    </li>
  );
}
