import type { Figure } from './figure.ts';
import type { Mood } from '../../parts/state-dot.tsx';

/** One line of the Health screen. */
export interface HealthRow {
  readonly key: string;
  readonly name: string;
  readonly mood: Mood;
  readonly state: string;
  /** Pictures of the last hour. */
  readonly figures?: readonly Figure[];
  /** Figures or sentences beneath, each on its own line. */
  readonly details: readonly string[];
}
