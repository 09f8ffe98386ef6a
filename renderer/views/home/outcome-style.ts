import type { Outcome } from '../../../services/contract/intent.ts';

/** The colour of what came of an order. */
export const outcomeStyle: Readonly<Record<Outcome, string>> = {
  done: 'text-good',
  answered: 'text-good',
  refused: 'text-warn',
  failed: 'text-bad',
  not_understood: 'text-warn',
};
