import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 1500;
const lookEveryMs = 2000;

/**
 * The address of a hub that serves already (started from a terminal or as a service), or null. Whatever else may listen
 * at that port is not shown: the answer must be Lares' own page.
 */
export async function servingHub(port: number): Promise<string | null> {
  const address = `http://127.0.0.1:${port}/`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    const isLares = answer.ok && /<title>\s*Lares\b/i.test(await answer.text());
    return isLares ? address : null;
  } catch {
    return null;
  }
}

/** Resolves when the hub at this port has been away twice in a row; true then, false when the signal ended the watch. */
export async function untilGone(port: number, signal: AbortSignal): Promise<boolean> {
  for (let misses = 0; misses < 2 && !signal.aborted;) {
    await pause(lookEveryMs, undefined, { signal }).catch(() => undefined);
    misses = (await servingHub(port)) === null ? misses + 1 : 0;
  }
  return !signal.aborted;
}
