import type { WakeSample } from '../../../services/contract/wake.ts';
import { rate } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';

/** "Call 4, 1.2 s." */
export function takeWords({ durationMs }: Pick<WakeSample, 'durationMs'>, number: number): string {
  const { take, seconds } = words.wake.screen;
  return `${take(number)}, ${seconds(rate(durationMs / 1000))}.`;
}
