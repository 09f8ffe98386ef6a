import type { TranscriptEntry } from '../../../services/contract/voice.ts';
import { useNow } from '../../house/now.ts';
import { ago } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { outcomeStyle } from './outcome-style.ts';

/** What was heard, and what was done about it. */
export function Exchange({ entry }: { readonly entry: TranscriptEntry }) {
  const now = useNow(10_000);
  return (
    <div className="rounded-xl bg-sunken px-3.5 py-2.5" data-exchange={entry.id} aria-live="polite">
      <p className="flex gap-3 text-sm text-quiet">
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {entry.heard === '' ? words.voice.heardNothing : words.voice.quoted(entry.heard)}
        </span>
        <span className="shrink-0">{ago(entry.atMs, now)}</span>
      </p>
      <p className="mt-0.5 line-clamp-3 wrap-anywhere">
        <span className="font-medium" dir="auto">
          {entry.reply}
        </span>{' '}
        <span className={`text-sm font-medium ${outcomeStyle[entry.outcome]}`}>
          {words.voice.outcome[entry.outcome]}
        </span>
      </p>
    </div>
  );
}
