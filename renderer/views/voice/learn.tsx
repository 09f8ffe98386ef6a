import { useMutation } from '@tanstack/react-query';
import { GraduationCap } from 'lucide-react';
import type { WakeReport, WakeSample, WakeTraining } from '../../../services/contract/wake.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { neededCalls } from './take.ts';
import { TrainingNow } from './training-now.tsx';
import { useTakeWake } from './wake-answer.ts';

interface LearnProps {
  readonly report: WakeReport;
  readonly samples: readonly WakeSample[];
  readonly training: WakeTraining;
}

/** The order to learn from the recordings; while that goes on, how far it is. */
export function Learn({ report, samples, training }: LearnProps) {
  const { phrase } = report;
  const takeWake = useTakeWake();
  const train = useMutation(trpc.voice.trainWake.mutationOptions({ onSuccess: takeWake }));
  const ours = training.kind !== 'idle' && training.phrase === phrase;
  if (ours && training.kind === 'training') return <TrainingNow training={training} />;
  const calls = samples.filter(({ kind }) => kind === 'call').length;
  const newest = Math.max(0, ...samples.map(({ atMs }) => atMs));
  // A recording that was deleted since is to be unlearnt.
  const isLearnt =
    samples.length > 0 && newest <= report.trainedAtMs && [calls, samples.length].includes(report.recordings);
  // Sound that was no call helps by itself; calls do when there are enough.
  const isTooFew = calls === samples.length && calls < neededCalls;
  const isBusy = training.kind === 'training';
  const hint = isBusy
    ? words.wake.training.busy(training.phrase)
    : isLearnt
      ? words.wake.screen.learnt
      : words.wake.screen.learnDetail;
  return (
    <div className="flex flex-col gap-2">
      {ours && training.kind === 'failed' && <TrainingNow training={training} />}
      <Button
        kind="primary"
        disabled={isBusy || isLearnt || isTooFew || train.isPending}
        onClick={() => {
          train.mutate({ phrase });
        }}
      >
        <GraduationCap aria-hidden className="size-5" />
        {words.wake.screen.learn(samples.length)}
      </Button>
      <p className="text-center text-sm text-quiet">{hint}</p>
      {train.isError && <Message kind="error">{sentenceOf(train.error)}</Message>}
    </div>
  );
}
