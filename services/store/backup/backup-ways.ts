import type { KeyWay } from '../../contract/key-file.ts';
import { Trouble } from '../../contract/trouble.ts';
import { readKeyFile } from '../key-file.ts';
import { rotationCutShort } from '../keys/settle-rotation.ts';

/**
 * The ways to the key that lead to it on any machine: the passphrase and the recovery code. Throws Trouble `refused` when there
 * is neither, `locked` while a change of the key is not ended.
 */
export function backupWays(configDirectory: string): readonly KeyWay[] {
  const file = readKeyFile(configDirectory);
  if (file?.rotation !== undefined) throw rotationCutShort();
  const ways = (file?.ways ?? []).filter(({ kind }) => kind === 'passphrase' || kind === 'recovery');
  if (ways.length > 0) return ways;
  throw new Trouble('refused', {
    what: 'Nobody could open a backup of this house: it has neither a recovery code nor a passphrase.',
    advice: 'Make a recovery code first, with npx lares key recovery, and keep it apart from the backup.',
  });
}
