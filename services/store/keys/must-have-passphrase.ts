import { Trouble } from '../../contract/trouble.ts';
import { keyWays } from '../data-key.ts';

/** Throws Trouble `refused` when a locked house could not be opened by a passphrase, or would open without one. */
export function mustHavePassphrase(configDirectory: string): void {
  const ways = keyWays(configDirectory);
  if (ways.includes('passphrase') && !ways.includes('plain')) return;
  throw new Trouble('refused', {
    what: 'This house has no passphrase, so that it can not be locked.',
    advice: 'Set a passphrase first, in the settings or with npx lares key passphrase.',
  });
}
