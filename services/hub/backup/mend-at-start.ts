import { type Mended, mendDatabase } from '../../store/backup/mend-database.ts';
import { isRestoreCutShort } from '../../store/backup/restore-folder.ts';
import { hasData } from '../../store/store.ts';
import type { NewNotice, Notices } from '../notices.ts';

interface Parts {
  readonly dataDirectory: string;
  /** The house's, 32 bytes. */
  readonly key: Uint8Array;
  readonly notices: Notices;
}

/** Before the store is opened: a damaged database is replaced, and the owner is told what was lost. */
export async function mendAtStart({ dataDirectory, key, notices }: Parts): Promise<void> {
  if (isRestoreCutShort(dataDirectory) && !hasData(dataDirectory))
    notices.raise({
      id: 'restore',
      severity: 'warning',
      what: 'A restore was cut short, and this house is an empty one.',
      advice:
        'To have the other back: stop Lares, move the data folder and the key file away, and restore again.',
    });
  const mended = await mendDatabase({ dataDirectory, key, nowMs: Date.now() });
  if (mended !== null) notices.raise(noticeOf(mended));
}

/** What was lost, what came back, and where the rest is. */
export function noticeOf({ setAside, backupAtMs, clips, strays }: Mended): NewNotice {
  const lost =
    backupAtMs === null
      ? 'There was no backup to take its place: people, events and settings are lost, and an empty house begins.'
      : `The backup of ${new Date(backupAtMs).toLocaleString()} took its place: what happened and was changed since then is lost.`;
  const listed = clips === 0 ? [] : [`${clips} newer recordings are listed again.`];
  const unknown = strays === 0 ? [] : [`${strays} recordings can't be read any more; they stay on the disk.`];
  return {
    id: 'database-mended',
    severity: 'error',
    what: [
      setAside === null ? 'The database is gone.' : 'The database was damaged.',
      lost,
      ...listed,
      ...unknown,
    ].join(' '),
    advice: [
      ...(setAside === null ? [] : [`The damaged one is kept in the data folder as ${setAside}.`]),
      backupAtMs === null
        ? 'See "npx lares restore" if you have a backup elsewhere.'
        : 'Who was erased since then is there again: erase them once more.',
    ].join(' '),
  };
}
