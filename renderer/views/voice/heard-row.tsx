import { useMutation } from '@tanstack/react-query';
import { ThumbsDown, Undo2 } from 'lucide-react';
import type { TranscriptEntry } from '../../../services/contract/voice.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { outcomeStyle } from '../home/outcome-style.ts';
import { Certainty } from './certainty.tsx';
import { useTakeEntry } from './heard-answer.ts';
import { verdictWords } from './verdict-words.ts';

interface HeardRowProps {
  readonly entry: TranscriptEntry;
  readonly onWrong: () => void;
}

/** One exchange: what was heard and how surely, what was done, and whether the household said that it was wrong. */
export function HeardRow({ entry, onWrong }: HeardRowProps) {
  const { confidence, outcome, verdict } = entry;
  const now = useNow(60_000);
  const heard = entry.heard === '' ? words.voice.heardNothing : words.voice.quoted(entry.heard);
  return (
    <div data-heard={entry.id} className="flex flex-col gap-1 py-3 pr-2 pl-4">
      <div className="flex items-baseline justify-between gap-3 pr-2">
        <p
          className={`line-clamp-2 min-w-0 wrap-anywhere ${entry.heard === '' ? 'text-quiet' : 'font-semibold'}`}
          dir="auto"
        >
          {heard}
        </p>
        <span className="shrink-0 text-sm text-quiet tabular-nums">{moment(entry.atMs, now)}</span>
      </div>
      <p className="line-clamp-3 pr-2 wrap-anywhere" dir="auto">
        {entry.reply}
      </p>
      <div className="flex min-h-12 items-center justify-between gap-3">
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-quiet">
          <span className={`font-medium ${outcomeStyle[outcome]}`}>{words.voice.outcome[outcome]}</span>
          {confidence !== undefined && <Certainty confidence={confidence} />}
        </p>
        {verdict === undefined && (
          <Button
            kind="faint"
            className="text-sm"
            aria-label={words.heard.wrongWith(heard)}
            onClick={onWrong}
          >
            <ThumbsDown aria-hidden className="size-4.5" />
            {words.heard.wrong}
          </Button>
        )}
      </div>
      {verdict !== undefined && <Judged entry={entry} />}
    </div>
  );
}

function Judged({ entry }: { readonly entry: TranscriptEntry }) {
  const takeEntry = useTakeEntry();
  const takeBack = useMutation(trpc.voice.takeBack.mutationOptions({ onSuccess: takeEntry }));
  if (entry.verdict === undefined) return null;
  return (
    <div className="mr-2 flex flex-wrap items-center justify-between gap-x-3 rounded-xl bg-warn-soft py-1 pr-1 pl-3.5">
      <p className="min-w-0 flex-1 basis-48 py-1.5 text-sm">
        <span className="block font-medium wrap-anywhere" dir="auto">
          {verdictWords(entry.verdict)}
        </span>
        <span>{entry.verdict.hasRecording ? words.heard.kept : words.heard.notKept}</span>
        {takeBack.isError && (
          <span role="alert" className="block font-medium text-bad">
            {sentenceOf(takeBack.error)}
          </span>
        )}
      </p>
      <Button
        kind="faint"
        disabled={takeBack.isPending}
        onClick={() => {
          takeBack.mutate({ entryId: entry.id });
        }}
      >
        <Undo2 aria-hidden className="size-5" />
        {words.heard.takeBack}
      </Button>
    </div>
  );
}
