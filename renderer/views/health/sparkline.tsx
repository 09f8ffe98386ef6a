import type { Mood } from '../../parts/state-dot.tsx';
import { words } from '../../words/words.ts';
import type { Figure } from './figure.ts';
import { sparkPath } from './spark-path.ts';

const strokes: Readonly<Record<Mood, string>> = {
  good: 'text-accent',
  quiet: 'text-accent',
  warn: 'text-warn',
  bad: 'text-bad',
};

interface SparklineProps {
  readonly figure: Figure;
  /** Samples of an hour: a house that has just started has fewer, and its line begins at the right. */
  readonly slots: number;
  readonly className?: string;
}

/** The last hour as a line. Who can't see it is told its figures. */
export function Sparkline({ figure, slots, className = '' }: SparklineProps) {
  const { name, course, top, mood, now, mean, most } = figure;
  const { line, area } = sparkPath(course, { slots, top });
  return (
    <svg
      role="img"
      aria-label={`${name}, ${words.measures.hour}: ${words.measures.summary(now, mean, most)}`}
      viewBox={`0 0 ${slots - 1} 100`}
      preserveAspectRatio="none"
      className={`overflow-visible ${strokes[mood]} ${className}`}
    >
      <path
        d={`M0 100H${slots - 1}`}
        className="stroke-line"
        strokeWidth={1}
        vectorEffect="non-scaling-stroke"
      />
      <path d={area} fill="currentColor" opacity={0.14} />
      <path
        d={line}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
