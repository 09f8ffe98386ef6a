import type { Course } from '../../../services/contract/measures.ts';
import type { Mood } from '../../parts/state-dot.tsx';
import { words } from '../../words/words.ts';

/** One course of the last hour, as a picture with its figures. */
export interface Figure {
  readonly key: string;
  readonly name: string;
  readonly course: Course;
  /** The upper edge of the picture; the picture grows when something was larger. */
  readonly top: number;
  readonly mood: Mood;
  readonly now: string;
  readonly mean: string;
  readonly most: string;
}

interface FigureParts {
  readonly key: string;
  readonly name: string;
  readonly course: Course;
  readonly top: number;
  readonly mood?: Mood;
  /** Writes a value with its unit. */
  readonly say: (value: number) => string;
}

/** A course with what there is to say of it. */
export function figureOf({ say, mood = 'quiet', ...rest }: FigureParts): Figure {
  const known = rest.course.filter((value) => value !== null);
  const said = (value: number | null) => (value === null ? words.measures.nothing : say(value));
  return {
    ...rest,
    mood,
    now: said(latest(rest.course)),
    mean: said(meanOf(known)),
    most: said(known.length === 0 ? null : Math.max(...known)),
  };
}

/** The newest value, unless it is missing for several samples already. */
export function latest(course: Course): number | null {
  return course.slice(-3).findLast((value) => value !== null) ?? null;
}

/** Of the last `count` samples; null without any. */
export function recentMean(course: Course, count: number): number | null {
  return meanOf(course.slice(-count).filter((value) => value !== null));
}

export function sumOf(course: Course): number {
  return course.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
