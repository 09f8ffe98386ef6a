import { createLog } from '../contract/log.ts';
import type { ToHub } from '../contract/main-process.ts';
import { Trouble } from '../contract/trouble.ts';
import { type ParentPort, parentPort } from './parent-port.ts';
import { type RunningHub, startHub } from './start.ts';

const log = createLog('hub');
/** The children have ended by then, or were ended; nothing else may hold up the end of the hub. */
const longestStopMs = 1700;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes this process the hub until a signal, or Electron's main process, ends it: exit code 0. It exits with 1 when it
 * can't start, after one sentence that says why.
 */
export async function runHub(settingsFile: string | undefined): Promise<void> {
  const main = parentPort();
  let hub: RunningHub | null = null;
  let stopping = false;
  const end = async (exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info('Lares stops.');
    setTimeout(() => process.exit(exitCode), longestStopMs).unref();
    await hub?.stop();
    process.exit(exitCode);
  };
  for (const signal of signals) process.on(signal, () => void end(0));
  process.on('uncaughtException', (error) => {
    log.error(`A fault of Lares itself: ${error.stack ?? error.message}`);
    void end(1);
  });
  try {
    const key = main === null ? {} : await keyFrom(main, () => void end(0));
    hub = await startHub({ environment: process.env, settingsFile, log, ...key });
    main?.post({ type: 'ready', address: hub.address });
    process.stdout.write(`Lares is ready: ${hub.address}\n`);
  } catch (error) {
    fail(error, main);
  }
}

/** Main speaks first: it hands in the key, or says that the key file holds it. */
function keyFrom(
  main: ParentPort,
  stop: () => void,
): Promise<Pick<Parameters<typeof startHub>[0], 'key' | 'keyNotice'>> {
  return new Promise((resolve) => {
    main.listen((message: ToHub) => {
      if (message.type === 'stop') stop();
      else
        resolve(message.type === 'key' ? { key: message.key } : { keyNotice: message.notice ?? undefined });
    });
  });
}

function fail(error: unknown, main: ParentPort | null): never {
  const what = error instanceof Trouble ? error.message : 'Lares could not start.';
  const advice = error instanceof Trouble ? error.advice : 'This is a mistake of its own; the log says more.';
  main?.post({ type: 'failed', what, advice });
  process.stderr.write(`${what} ${advice}\n`);
  if (!(error instanceof Trouble))
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
}
