import type { ReactNode } from 'react';

export type Mood = 'good' | 'warn' | 'bad' | 'quiet';

const dots: Readonly<Record<Mood, string>> = {
  good: 'bg-good',
  warn: 'bg-warn',
  bad: 'bg-bad',
  quiet: 'bg-edge',
};

interface StateDotProps {
  readonly mood: Mood;
  readonly children: ReactNode;
}

/** A state in a word. The dot only repeats it: colour alone tells nothing. */
export function StateDot({ mood, children }: StateDotProps) {
  return (
    <span className="inline-flex shrink-0 items-center gap-2 font-medium">
      <span aria-hidden className={`size-2.5 rounded-full ${dots[mood]}`} />
      {children}
    </span>
  );
}
