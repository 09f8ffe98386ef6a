import type { GalleryAdvice } from '../../../services/contract/person.ts';
import { words } from '../../words/words.ts';
import { spots, type Spot } from './pose-spots.ts';

interface PoseDialProps {
  readonly covered: ReadonlySet<Spot>;
  readonly advice?: readonly GalleryAdvice[];
  readonly className?: string;
}

/** The four arcs around the middle, in a square of 64. */
const arcs: readonly (readonly [Spot, string])[] = [
  ['up', 'M15.2 15.2 A23.8 23.8 0 0 1 48.8 15.2'],
  ['right', 'M48.8 15.2 A23.8 23.8 0 0 1 48.8 48.8'],
  ['down', 'M48.8 48.8 A23.8 23.8 0 0 1 15.2 48.8'],
  ['left', 'M15.2 48.8 A23.8 23.8 0 0 1 15.2 15.2'],
];

/** From where a face is known: the middle is the front, the arcs are the sides. What would help most is amber. */
export function PoseDial({ covered, advice = [], className = '' }: PoseDialProps) {
  const wanted = new Set<string>(advice.map(({ want }) => want));
  const lookOf = (spot: Spot, kind: 'fill' | 'stroke') => {
    if (covered.has(spot)) return kind === 'fill' ? 'fill-accent' : 'stroke-accent';
    if (wanted.has(spot)) return kind === 'fill' ? 'fill-wanted' : 'stroke-wanted';
    return kind === 'fill' ? 'fill-line' : 'stroke-line';
  };
  return (
    <svg viewBox="0 0 64 64" role="img" aria-label={dialSentence(covered)} className={className}>
      <ellipse cx={32} cy={32} rx={10.5} ry={13} className={lookOf('front', 'fill')} />
      {arcs.map(([spot, path]) => (
        <path
          key={spot}
          d={path}
          fill="none"
          strokeWidth={7}
          pathLength={100}
          strokeDasharray="80 100"
          strokeDashoffset={-10}
          className={lookOf(spot, 'stroke')}
        />
      ))}
    </svg>
  );
}

/** The dial in words. */
export function dialSentence(covered: ReadonlySet<Spot>): string {
  const named = (has: boolean) =>
    spots
      .filter((spot) => covered.has(spot) === has)
      .map((spot) => words.gallery.spots[spot])
      .join(', ');
  if (covered.size === 0) return words.gallery.unseen;
  if (covered.size === spots.length) return words.gallery.seen(named(true));
  return `${words.gallery.seen(named(true))} ${words.gallery.missing(named(false))}`;
}
