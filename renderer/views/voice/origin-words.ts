import type { WakeReport } from '../../../services/contract/wake.ts';
import { ago } from '../../words/times.ts';
import { words } from '../../words/words.ts';

/** Where a phrase comes from: "Learnt here from 7 recordings, 2 hours ago". */
export function originWords({ origin, trainedAtMs, recordings }: WakeReport, nowMs: number): string {
  if (origin === 'shipped') return words.wake.shipped;
  const when = ago(trainedAtMs, nowMs);
  return recordings === 0 ? words.wake.trained(when) : words.wake.trainedWith(when, recordings);
}
