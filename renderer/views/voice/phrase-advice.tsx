import type { WakeAdvice } from '../../../services/contract/wake.ts';
import { Prose } from '../../parts/prose.tsx';
import { type Mood, StateDot } from '../../parts/state-dot.tsx';
import { said } from '../../words/said.ts';
import { words } from '../../words/words.ts';

const moods: Readonly<Record<WakeAdvice['verdict'], Mood>> = { good: 'good', weak: 'warn', bad: 'bad' };
const grounds: Readonly<Record<Mood, string>> = {
  good: 'bg-accent-soft',
  warn: 'bg-warn-soft',
  bad: 'bg-bad-soft',
  quiet: 'bg-sunken',
};

interface PhraseAdviceProps {
  /** Undefined while it is thought about. */
  readonly advice: WakeAdvice | undefined;
  readonly error: string | undefined;
}

/** Whether a phrase would do, and what would be better. */
export function PhraseAdvice({ advice, error }: PhraseAdviceProps) {
  const mood = advice === undefined ? 'quiet' : moods[advice.verdict];
  const sentences =
    advice?.verdict === 'good' && advice.advice.length === 0 ? [words.wake.own.goodDetail] : advice?.advice;
  return (
    <div
      role="status"
      data-advice={advice?.verdict ?? 'none'}
      className={`min-h-18 rounded-xl px-4 py-3 ${error === undefined ? grounds[mood] : 'bg-bad-soft'}`}
    >
      {error !== undefined && <p className="font-medium text-bad">{error}</p>}
      {error === undefined && (
        <StateDot mood={mood}>
          {advice === undefined ? words.wake.own.advising : words.wake.own.verdicts[advice.verdict]}
        </StateDot>
      )}
      {error === undefined &&
        sentences?.map((sentence) => (
          <p key={sentence} className="mt-0.5 text-sm wrap-anywhere">
            <Prose text={said(sentence)} />
          </p>
        ))}
    </div>
  );
}
