import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { BackupClips } from '../../contract/backup.ts';
import { KeyWay } from '../../contract/key-file.ts';
import { Trouble, valueOf } from '../../contract/trouble.ts';
import type { BackupOrder, MadeBackup } from './make-backup.ts';

const bytes32 = z.instanceof(Uint8Array).refine(({ length }) => length === 32);

/** A `BackupOrder` as it crosses to the thread. */
export const ThreadOrder = z.object({
  source: z.object({ dataDirectory: z.string(), databaseKey: bytes32, backupKey: bytes32 }),
  ways: z.array(KeyWay),
  to: z.string(),
  clips: BackupClips,
  lares: z.string(),
  nowMs: z.number(),
});

const Made = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.object({ files: z.number(), bytes: z.number() }) }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['unavailable', 'damaged', 'locked']),
    what: z.string(),
    advice: z.string(),
  }),
]);

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** `makeBackup` in a thread of its own, so that nothing else waits for it. Throws what that throws; Trouble `unavailable` when it is ended. */
export async function makeBackupInThread(
  order: Omit<BackupOrder, 'progress'>,
  signal: AbortSignal,
): Promise<MadeBackup> {
  const worker = new Worker(new URL(`./backup-worker.${ending}`, import.meta.url), { workerData: order });
  try {
    const [made] = z.tuple([Made]).parse(await once(worker, 'message', { signal }));
    return valueOf(made);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Trouble('unavailable', { what: 'The backup was ended.', advice: '', cause: error });
  } finally {
    await worker.terminate();
  }
}
