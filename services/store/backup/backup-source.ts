import { derivedKey } from '../derived-key.ts';

/** What a backup is made of. It crosses to another thread as it is. */
export interface BackupSource {
  readonly dataDirectory: string;
  /** 32 bytes each, for this purpose alone. */
  readonly databaseKey: Uint8Array;
  readonly backupKey: Uint8Array;
}

/** `key`: the house's, 32 bytes. */
export function backupSource(dataDirectory: string, key: Uint8Array): BackupSource {
  return {
    dataDirectory,
    databaseKey: derivedKey(key, 'database'),
    backupKey: derivedKey(key, 'backup'),
  };
}

/** Leaves no key in memory. */
export function forgetSource({ databaseKey, backupKey }: BackupSource): void {
  databaseKey.fill(0);
  backupKey.fill(0);
}
