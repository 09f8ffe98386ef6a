import { useMutation } from '@tanstack/react-query';
import type { WakeTraining } from '../../../services/contract/wake.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Prose } from '../../parts/prose.tsx';
import { percent } from '../../words/numbers.ts';
import { said } from '../../words/said.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { duration } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { leftMs } from './training-left.ts';
import { useTakeWake } from './wake-answer.ts';

type Running = Extract<WakeTraining, { readonly kind: 'training' }>;
type Failed = Extract<WakeTraining, { readonly kind: 'failed' }>;

/** The training that goes on, or why the last one came to nothing. The hub tells it, so that a reload changes nothing. */
export function TrainingNow({ training }: { readonly training: Running | Failed }) {
  return training.kind === 'training' ? <Progress training={training} /> : <Failure training={training} />;
}

const soonMs = 5000;

function Progress({ training }: { readonly training: Running }) {
  const { phrase, stage, done } = training;
  const takeWake = useTakeWake();
  const cancel = useMutation(trpc.voice.cancelWake.mutationOptions({ onSuccess: takeWake }));
  const left = leftMs(training, useNow(1000));
  return (
    <div data-training={stage} className="flex flex-col gap-3">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="text-lg/snug font-semibold wrap-anywhere" dir="auto">
            {words.wake.training.title(phrase)}
          </p>
          <p role="status" className="mt-0.5 text-quiet">
            {words.wake.training.stages[stage]} …
          </p>
        </div>
        <Button
          disabled={cancel.isPending}
          onClick={() => {
            cancel.mutate();
          }}
        >
          {words.wake.training.cancel}
        </Button>
      </div>
      <div
        role="progressbar"
        aria-label={words.wake.training.progress(phrase)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(done * 100)}
        className="h-3 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className="h-full w-full origin-left bg-accent transition-transform duration-500 motion-reduce:transition-none"
          style={{ transform: `scaleX(${done})` }}
        />
      </div>
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-quiet tabular-nums">
        <span>
          {percent(done)}
          {left !== null &&
            ` · ${left < soonMs ? words.wake.training.almost : words.wake.training.left(duration(rounded(left)))}`}
        </span>
        <span>{words.wake.training.goOn}</span>
      </p>
      {cancel.isError && <Message kind="error">{sentenceOf(cancel.error)}</Message>}
    </div>
  );
}

/** In steps of five seconds, so that the estimate does not twitch. */
function rounded(ms: number): number {
  return Math.max(1, Math.round(ms / 5000)) * 5000;
}

function Failure({ training }: { readonly training: Failed }) {
  const { phrase, what, advice } = training;
  const takeWake = useTakeWake();
  const again = useMutation(trpc.voice.trainWake.mutationOptions({ onSuccess: takeWake }));
  return (
    <div data-training="failed" className="flex flex-col gap-2">
      <Message
        kind="error"
        title={words.wake.training.failed(phrase)}
        action={
          <Button
            disabled={again.isPending}
            onClick={() => {
              again.mutate({ phrase });
            }}
          >
            {words.wake.training.retry}
          </Button>
        }
      >
        <Prose text={`${said(what)} ${said(advice)}`} />
      </Message>
      {again.isError && <Message kind="error">{sentenceOf(again.error)}</Message>}
    </div>
  );
}
