import { parentPort, workerData } from 'node:worker_threads';
import { answer, Trouble } from '../../contract/trouble.ts';
import { type BackupNews, ThreadOrder } from './backup-thread.ts';
import { makeBackup } from './make-backup.ts';

/** Makes one backup in a thread of its own, and says how it goes. Any message ends it. */
const order = ThreadOrder.parse(workerData);
let isEnded = false;
let toldPercent = -1;
parentPort?.on('message', () => {
  isEnded = true;
});

const made = await answer(() => makeBackup({ ...order, progress }));
tell({ kind: 'made', made });

function progress(done: number, total: number): void {
  if (isEnded) throw new Trouble('unavailable', { what: 'The backup was ended.', advice: '' });
  const percent = Math.floor((100 * done) / Math.max(total, 1));
  if (percent === toldPercent) return;
  toldPercent = percent;
  tell({ kind: 'progress', done, total });
}

function tell(news: BackupNews): void {
  parentPort?.postMessage(news);
}
