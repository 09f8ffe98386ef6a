import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SherpaFiles } from './sherpa.ts';

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
/** A large model on a small box takes a while to be read. */
const longestMs = 120_000;

const passed = new Set<string>();

/**
 * Tries a network in a process of its own, since sherpa-onnx ends the process it runs in when a file is damaged or is of another
 * kind. True when it works there; then it is not tried again. The signal ends the trial.
 */
export async function worksInSherpa(files: SherpaFiles, signal: AbortSignal): Promise<boolean> {
  const network = JSON.stringify(files);
  if (!passed.has(network) && (await tryIt(files, signal))) passed.add(network);
  return passed.has(network);
}

function tryIt(files: SherpaFiles, signal: AbortSignal): Promise<boolean> {
  const script = fileURLToPath(new URL(`./sherpa-trial-process.${ending}`, import.meta.url));
  const electron = 'electron' in process.versions;
  const child = fork(script, [], {
    execArgv: [],
    env: electron ? { ...process.env, ELECTRON_RUN_AS_NODE: '1' } : process.env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const over = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  const stop = (): void => void child.kill('SIGKILL');
  over.addEventListener('abort', stop, { once: true });
  if (over.aborted) stop();
  // A process that could not be started, or that was ended by the library, gets no message; its end tells.
  child.send({ ...files }, () => undefined);
  return new Promise((resolve) => {
    const end = (works: boolean): void => {
      over.removeEventListener('abort', stop);
      resolve(works);
    };
    child.once('message', () => {
      end(true);
    });
    child.on('error', () => {
      end(false);
    });
    child.once('exit', () => {
      end(false);
    });
  });
}
