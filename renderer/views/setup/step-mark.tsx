import { Check, Minus } from 'lucide-react';
import type { StepState } from '../../../services/contract/setup.ts';

const looks: Readonly<Record<StepState, string>> = {
  done: 'border-accent bg-accent text-on-accent',
  skipped: 'border-edge text-quiet',
  open: 'border-edge text-ink',
};

interface StepMarkProps {
  readonly state: StepState;
  /** Shown while the step is open. */
  readonly number: number | null;
}

/** What became of a step; the word for it stands beside, for who can't see it. */
export function StepMark({ state, number }: StepMarkProps) {
  return (
    <span
      aria-hidden
      className={`grid size-8 shrink-0 place-items-center rounded-full border-2 text-sm font-semibold tabular-nums ${looks[state]}`}
    >
      {state === 'done' && <Check className="size-4.5" strokeWidth={3} />}
      {state === 'skipped' && <Minus className="size-4.5" strokeWidth={3} />}
      {state === 'open' && number}
    </span>
  );
}
