import { percent } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import { sureness } from './sureness.ts';

const colours = { very: 'bg-good', sure: 'bg-good', rather: 'bg-warn', unsure: 'bg-bad' } as const;

/** How sure the ear was, in a word and as a small bar. */
export function Certainty({ confidence }: { readonly confidence: number }) {
  const how = sureness(confidence);
  return (
    <span
      className="inline-flex items-center gap-2"
      title={words.heard.certainty(words.heard.sure[how], percent(confidence))}
    >
      <span aria-hidden className="h-1.5 w-10 overflow-hidden rounded-full bg-line">
        <span
          className={`block h-full w-full origin-left ${colours[how]}`}
          style={{ transform: `scaleX(${confidence})` }}
        />
      </span>
      {words.heard.sure[how]}
    </span>
  );
}
