import { Mic } from 'lucide-react';
import type { TranscriptEntry } from '../../../services/contract/voice.ts';
import { clock } from '../../words/times.ts';
import { words } from '../../words/words.ts';

/** What was said to Lares, and what it answered. */
export function FoundExchange({ entry }: { readonly entry: TranscriptEntry }) {
  return (
    <div data-exchange={entry.id} className="flex min-h-18 items-start gap-3.5 p-2">
      <span className="grid size-11 shrink-0 place-items-center rounded-full bg-sunken text-quiet">
        <Mic aria-hidden className="size-5" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 font-semibold wrap-anywhere" dir="auto">
          {words.voice.quoted(entry.heard)}
        </span>
        <span className="line-clamp-2 text-sm text-quiet wrap-anywhere" dir="auto">
          {entry.reply}
        </span>
        <span className="block text-sm text-quiet tabular-nums">{clock(entry.atMs)}</span>
      </span>
    </div>
  );
}
