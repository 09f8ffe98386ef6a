import type { Verdict } from '../../../services/contract/voice.ts';
import { words } from '../../words/words.ts';

/** What the household said of an exchange. */
export function verdictWords({ how, meant }: Pick<Verdict, 'how' | 'meant'>): string {
  const { verdicts } = words.heard;
  return how === 'misheard' && meant !== '' ? verdicts.meant(meant) : verdicts[how];
}
