import type { KeyState } from '../../../services/contract/health.ts';
import { words } from '../../words/words.ts';
import type { HealthRow } from './health-row.ts';

const { health } = words;

/** How the data key is kept, and what would be safer. */
export function keyRow(key: KeyState): HealthRow {
  if (key.kind === 'locked')
    return { key: 'key', name: health.keyLocked, mood: 'bad', state: '', details: [health.keyLockedDetail] };
  switch (key.keptBy) {
    case 'key_file':
      return {
        key: 'key',
        name: health.keyFile,
        mood: 'warn',
        state: health.on,
        details: [health.keyFileDetail],
      };
    case 'passphrase':
      return {
        key: 'key',
        name: health.keyPassphrase,
        mood: 'good',
        state: health.on,
        details: [health.keyPassphraseDetail],
      };
    case 'operating_system':
      return {
        key: 'key',
        name: health.keyOperatingSystem,
        mood: 'good',
        state: health.on,
        details: [health.keyOperatingSystemDetail],
      };
  }
}
