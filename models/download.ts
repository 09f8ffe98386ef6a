import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Trouble } from '../services/contract/trouble.ts';
import { sha256Of } from './whole-file.ts';

/** A server that sends nothing for so long is taken for dead. */
const stallMs = 30_000;

export interface Download {
  readonly address: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly onProgress?: (receivedBytes: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Fetches one file. What has come so far is kept beside it as `<path>.part`, so that the next attempt goes on from there;
 * the file itself appears only when it is whole and has the expected SHA-256. Throws Trouble 'unreachable' or 'damaged',
 * and the signal's reason when it is aborted.
 */
export async function download(file: Download): Promise<void> {
  const part = `${file.path}.part`;
  await mkdir(dirname(file.path), { recursive: true });
  const had = await sizeOf(part);
  if (had > file.sizeBytes) await rm(part);
  if (had !== file.sizeBytes) await receive(file, part);
  if (sha256Of(await readFile(part)) !== file.sha256) {
    // A part that is whole but wrong would be wrong for ever.
    await rm(part);
    throw new Trouble('damaged', {
      what: `${hostOf(file.address)} sent another file than expected.`,
      advice:
        'Try again later; if it happens again, somebody has changed the file, and Lares does not use it.',
    });
  }
  await rename(part, file.path);
}

async function receive(file: Download, part: string): Promise<void> {
  const stalled = new AbortController();
  const stall = setTimeout(() => {
    stalled.abort();
  }, stallMs);
  const signal = AbortSignal.any([stalled.signal, ...(file.signal ? [file.signal] : [])]);
  try {
    const from = await sizeOf(part);
    const response = await fetch(file.address, { signal, headers: { range: `bytes=${from}-` } });
    // A server that does not know ranges sends the whole file again.
    const resumed = response.status === 206 && rangeStart(response) === from;
    if (!resumed && response.status !== 200) throw new Error(`The server answered ${response.status}.`);
    await append({ file, part, response, resumed, beat: () => stall.refresh() });
  } catch (cause) {
    file.signal?.throwIfAborted();
    throw unreachable(file, cause);
  } finally {
    clearTimeout(stall);
  }
  if ((await sizeOf(part)) !== file.sizeBytes) throw unreachable(file, new Error('The file is cut off.'));
}

async function append(transfer: {
  readonly file: Download;
  readonly part: string;
  readonly response: Response;
  readonly resumed: boolean;
  readonly beat: () => unknown;
}): Promise<void> {
  const { file, part, response, resumed, beat } = transfer;
  const target = await open(part, resumed ? 'a' : 'w');
  try {
    let received = resumed ? (await target.stat()).size : 0;
    for await (const chunk of response.body ?? []) {
      const bytes = new Uint8Array(chunk);
      received += bytes.length;
      if (received > file.sizeBytes) throw new Error('The file is longer than expected.');
      await target.writeFile(bytes);
      beat();
      file.onProgress?.(received);
    }
    await target.sync();
  } finally {
    await target.close();
  }
}

function rangeStart(response: Response): number {
  return Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? -1);
}

function unreachable(file: Download, cause: unknown): Trouble {
  return new Trouble('unreachable', {
    what: `The network file could not be fetched whole from ${hostOf(file.address)}.`,
    advice: 'Check the connection to the internet and run the command again: it goes on where it stopped.',
    cause,
  });
}

function hostOf(address: string): string {
  return new URL(address).host;
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}
