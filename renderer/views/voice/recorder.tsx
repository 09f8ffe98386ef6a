import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { VoiceState } from '../../../services/contract/voice.ts';
import type { WakeSample } from '../../../services/contract/wake.ts';
import { trpc } from '../../hub.ts';
import { Message } from '../../parts/message.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { RecordButton } from './record-button.tsx';
import { faultOf, neededCalls, plentyCalls } from './take.ts';
import { takeWords } from './take-words.ts';

interface RecorderProps {
  readonly phrase: string;
  /** What was recorded, the newest first. */
  readonly calls: readonly WakeSample[];
  readonly voice: VoiceState;
}

/** A large round button; each press records one call. */
export function Recorder({ phrase, calls, voice }: RecorderProps) {
  const queries = useQueryClient();
  const record = useMutation(
    trpc.voice.recordSample.mutationOptions({
      onSuccess: (sample) => {
        queries.setQueryData(trpc.voice.wake.queryKey(), (view) => {
          // The news may have been faster, and tells more of it.
          const isThere = view?.samples.some(({ id }) => id === sample.id) ?? true;
          return view && !isThere ? { ...view, samples: [sample, ...view.samples] } : view;
        });
      },
    }),
  );
  const place = calls.findIndex(({ id }) => id === record.data?.id);
  const last = calls[place];
  const why =
    voice.kind === 'off'
      ? words.wake.screen.voiceOff
      : voice.kind === 'waiting' && voice.source === 'none'
        ? words.wake.screen.noMicrophone
        : null;
  return (
    <div className="flex flex-col items-center gap-3 text-center">
      <p className="max-w-md text-balance text-quiet">{words.wake.screen.recordDetail}</p>
      <RecordButton
        label={
          record.isPending
            ? words.wake.screen.sayIt(phrase)
            : calls.length === 0
              ? words.wake.screen.record
              : words.wake.screen.again
        }
        detail={record.isPending ? words.wake.screen.sayItDetail : null}
        isRecording={record.isPending}
        disabled={why !== null}
        onPress={() => {
          record.mutate({ phrase });
        }}
      />
      <Dots calls={calls.length} />
      <div className="min-h-14 w-full" role="status">
        {last && !record.isPending && (
          <Taken sample={last} number={calls.length - place} calls={calls.length} />
        )}
        {!last && !record.isPending && why === null && (
          <p className="py-2 text-quiet">{needWords(calls.length)}</p>
        )}
      </div>
      {record.isError && <Message kind="error">{sentenceOf(record.error)}</Message>}
      {why !== null && <Message kind="warning">{why}</Message>}
    </div>
  );
}

function needWords(calls: number): string {
  if (calls < neededCalls) return words.wake.screen.enough(neededCalls - calls);
  return calls < plentyCalls ? words.wake.screen.ready : words.wake.screen.full;
}

interface TakenProps {
  readonly sample: WakeSample;
  readonly number: number;
  readonly calls: number;
}

/** What the last one was like, and how many more are needed. */
function Taken({ sample, number, calls }: TakenProps) {
  const fault = faultOf(sample);
  const Icon = fault === null ? CircleCheck : TriangleAlert;
  return (
    <p
      data-taken={fault ?? 'good'}
      className={`flex items-center justify-center gap-3 rounded-xl px-4 py-3 text-left ${fault === null ? 'bg-accent-soft' : 'bg-warn-soft'}`}
    >
      <Icon aria-hidden className={`size-5 shrink-0 ${fault === null ? 'text-good' : 'text-warn'}`} />
      <span>
        <span className="font-medium">{takeWords(sample, number)}</span>{' '}
        {fault === null ? needWords(calls) : `${words.wake.screen[fault]}.`}
      </span>
    </p>
  );
}

/** A dot for each call, as many as are plenty; the line is where learning can begin. */
function Dots({ calls }: { readonly calls: number }) {
  const label = words.wake.screen.counted(calls, plentyCalls);
  return (
    <div role="img" aria-label={label} className="flex items-center gap-2">
      {Array.from({ length: plentyCalls }, (_, index) => (
        <span
          key={index}
          className={`size-3.5 rounded-full ${index < calls ? 'bg-accent' : 'border-2 border-edge'} ${index === neededCalls ? 'ml-3' : ''}`}
        />
      ))}
    </div>
  );
}
