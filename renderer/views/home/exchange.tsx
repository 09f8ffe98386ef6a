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
      <p className="line-clamp-2 text-sm text-quiet wrap-anywhere" dir="auto">
        {entry.heard === '' ? words.voice.heardNothing : `“${entry.heard}”`}
      </p>
      <p className="mt-0.5 line-clamp-3 font-medium wrap-anywhere" dir="auto">
        {entry.reply}
      </p>
      <p className="mt-1 flex gap-1.5 text-sm text-quiet">
        <span className={`font-medium ${outcomeStyle[entry.outcome]}`}>
          {words.voice.outcome[entry.outcome]}
        </span>
        <span aria-hidden>·</span>
        <span>{ago(entry.atMs, now)}</span>
      </p>
    </div>
  );
}
