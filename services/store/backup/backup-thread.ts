import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { BackupClips } from '../../contract/backup.ts';
import { KeyWay } from '../../contract/key-file.ts';
import { type Answer, Trouble, valueOf } from '../../contract/trouble.ts';
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

const News = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ kind: z.literal('made'), made: Made }),
]);

/** What the thread tells. */
export type BackupNews =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly made: Answer<MadeBackup> };

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
/** So long a thread that is to end may tidy up behind it. */
const graceMs = 1500;

/**
 * `makeBackup` in a thread of its own, so that nothing else waits for it. Throws what that throws; Trouble `unavailable` when it is
 * ended, which takes less than two seconds.
 */
export async function makeBackupInThread(
  { progress, ...order }: BackupOrder,
  signal: AbortSignal,
): Promise<MadeBackup> {
  const worker = new Worker(new URL(`./backup-worker.${ending}`, import.meta.url), { workerData: order });
  const late = new AbortController();
  const end = (): void => {
    worker.postMessage('end');
    setTimeout(() => {
      late.abort();
    }, graceMs).unref();
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  try {
    for await (const event of on(worker, 'message', { signal: late.signal, close: ['exit'] })) {
      const [news] = z.tuple([News]).parse(event);
      if (news.kind === 'made') return valueOf(news.made);
      progress?.(news.done, news.total);
    }
    throw ended();
  } catch (error) {
    throw late.signal.aborted ? ended(error) : error;
  } finally {
    signal.removeEventListener('abort', end);
    await worker.terminate();
  }
}

function ended(cause?: unknown): Trouble {
  return new Trouble('unavailable', { what: 'The backup was ended.', advice: '', cause });
}
