import { parentPort, workerData } from 'node:worker_threads';
import { answer } from '../../contract/trouble.ts';
import { makeBackup } from './make-backup.ts';
import { ThreadOrder } from './backup-thread.ts';

/** Makes one backup in a thread of its own, and says how it went. */
const order = ThreadOrder.parse(workerData);
parentPort?.postMessage(await answer(() => makeBackup(order)));
