import type { KeyState } from '../../../services/contract/health.ts';
import { words } from '../../words/words.ts';
import type { HealthRow } from './health-row.ts';

/** How the data key is kept, and what would be safer. */
export function keyRow(key: KeyState): HealthRow {
  if (key.kind === 'locked')
    return {
      key: 'key',
      name: words.health.keyLocked,
      mood: 'bad',
      state: '',
      details: [words.health.keyLockedDetail],
    };
  switch (key.keptBy) {
    case 'key_file':
      return {
        key: 'key',
        name: words.health.keyFile,
        mood: 'warn',
        state: words.health.on,
        details: [words.health.keyFileDetail],
      };
    case 'passphrase':
      return {
        key: 'key',
        name: words.health.keyPassphrase,
        mood: 'good',
        state: words.health.on,
        details: [words.health.keyPassphraseDetail],
      };
    case 'operating_system':
      return {
        key: 'key',
        name: words.health.keyOperatingSystem,
        mood: 'good',
        state: words.health.on,
        details: [words.health.keyOperatingSystemDetail],
      };
  }
}
