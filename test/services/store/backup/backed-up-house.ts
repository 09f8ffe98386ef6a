import { join } from 'node:path';
import { backupSource } from '../../../../services/store/backup/backup-source.ts';
import { backupWays } from '../../../../services/store/backup/backup-ways.ts';
import { makeBackup } from '../../../../services/store/backup/make-backup.ts';
import type { BackupClips } from '../../../../services/contract/backup.ts';
import { openDataKey } from '../../../../services/store/data-key.ts';
import { makeRecoveryCode } from '../../../../services/store/keys/key-changes.ts';
import { openStore } from '../../../../services/store/store.ts';
import { newClip, pieceOf } from '../clips/clip-house.ts';
import { jpegOf, visit } from '../samples.ts';
import { scratchFolder } from '../scratch.ts';

export const event = visit('e1');

export interface BackedUpHouse {
  readonly configDirectory: string;
  readonly dataDirectory: string;
  readonly key: Buffer;
  readonly code: string;
}

/** A house that knows a visit with its picture, a pinned video and another one; the store is closed. */
export async function backedUpHouse(): Promise<BackedUpHouse> {
  const [configDirectory, dataDirectory] = [join(scratchFolder(), 'config'), join(scratchFolder(), 'data')];
  const opened = await openDataKey({ configDirectory, dataExists: false });
  if (opened.kind !== 'open') throw new Error('the house is locked');
  const code = await makeRecoveryCode(configDirectory, {});
  const store = openStore({ dataDirectory, key: opened.key });
  store.events.put(event);
  await store.events.putSnapshot(event.id, jpegOf('snapshot'));
  for (const seed of [1, 2]) {
    const writer = await store.clips.begin({ ...newClip, startedAtMs: newClip.startedAtMs + seed });
    await writer.append(pieceOf(seed, 3_000_000), { durationMs: 1000 });
    const clip = await writer.finish();
    if (seed === 1 && clip !== null) store.clips.keep(clip.id, true);
  }
  store.close();
  return { configDirectory, dataDirectory, key: Buffer.from(opened.key), code };
}

/** A backup of it, beside it. */
export async function backupOf(house: BackedUpHouse, clips: BackupClips = 'pinned'): Promise<string> {
  const to = join(scratchFolder(), 'house.lares');
  await makeBackup({
    source: backupSource(house.dataDirectory, house.key),
    ways: backupWays(house.configDirectory),
    ...{ to, clips, lares: '1.2.3', nowMs: 1_700_000_000_000 },
  });
  return to;
}
