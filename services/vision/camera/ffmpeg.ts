import { AsyncLocalStorage } from 'node:async_hooks';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PassThrough, Readable, type Writable } from 'node:stream';
import type { CameraId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';

const LINES_KEPT = 60;
const KILL_AFTER_MS = 400;

/** A running ffmpeg. */
export interface Ffmpeg {
  readonly pid: number | undefined;
  /** Its standard input. What is written after its end is lost without an error. */
  readonly input: Writable;
  /** What it writes to `pipe:1` and, when a second output was asked for, `pipe:3`. */
  readonly output: Readable;
  readonly second: Readable;
  /** The end of its standard error: it may hold an address with a password, so it is only ever matched, never shown. */
  readonly lines: () => readonly string[];
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
}

/** The camera that the present work is for: a process that it starts is counted as this camera's. */
export const workFor = new AsyncLocalStorage<CameraId>();

const running = new Map<ChildProcess, CameraId | undefined>();
process.on('exit', () => {
  for (const child of running.keys()) child.kill('SIGKILL');
});

/** The ffmpegs that run now in the work for this camera, by their process ids. */
export function ffmpegsOf(cameraId: CameraId): readonly number[] {
  return [...running].flatMap(([{ pid }, owner]) => (owner === cameraId && pid !== undefined ? [pid] : []));
}

/**
 * Starts ffmpeg; aborting the signal ends it within half a second. It never throws: an ffmpeg that can't start is one that
 * ends at once, with a line that says why.
 *
 * It is spawned here and not through fluent-ffmpeg, which knows one output only and is not maintained any more.
 */
export function startFfmpeg(args: readonly string[], signal: AbortSignal): Ffmpeg {
  const child = spawn('ffmpeg', ['-hide_banner', '-nostats', ...args], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
    if (lines.length > LINES_KEPT) lines.shift();
  };
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      keep(error.message);
      resolve();
    });
    child.once('close', () => {
      resolve();
    });
  }).then(() => {
    running.delete(child);
  });
  running.set(child, workFor.getStore());
  endWith(child, signal, ended);
  const pipes = pipesOf(child);
  createInterface({ input: pipes.errors }).on('line', keep);
  return { pid: child.pid, ...pipes, lines: () => lines, ended };
}

/**
 * Hands over what an output gives, piece by piece, until it ends or holds something else than it should. By events: an
 * iterator would cost several turns of the loop for each of thousands of pieces a second.
 */
export async function readPieces(output: Readable, take: (bytes: Uint8Array) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    output.on('data', (bytes: Uint8Array) => {
      try {
        take(bytes);
      } catch (error) {
        output.removeAllListeners('data');
        if (!(error instanceof Trouble)) throw error;
        resolve();
      }
    });
    output.once('close', resolve);
  });
}

/** Its pipes, or ended ones: a process for which the machine has no files left has none. */
function pipesOf(child: ChildProcess) {
  const { stdin: input, stdout: output, stderr: errors } = child;
  // Typed as if it were always there.
  const [, , , second] = Array.isArray(child.stdio) ? child.stdio : [];
  // A process that is gone is told by `ended`; that its pipes break is no news.
  for (const pipe of [input, output, errors, second]) pipe?.on('error', () => undefined);
  return {
    input: input ?? new PassThrough().resume(),
    output: output ?? new PassThrough().end(),
    errors: errors ?? new PassThrough().end(),
    second: second instanceof Readable ? second : new PassThrough().end(),
  };
}

/** Asks ffmpeg to leave, so that the camera is told too (RTSP's TEARDOWN), and insists when it doesn't. */
function endWith(child: ChildProcess, signal: AbortSignal, ended: Promise<void>): void {
  const stop = (): void => {
    child.kill('SIGTERM');
    const insist = setTimeout(() => {
      child.kill('SIGKILL');
    }, KILL_AFTER_MS);
    void ended.then(() => {
      clearTimeout(insist);
    });
  };
  signal.addEventListener('abort', stop, { once: true });
  void ended.then(() => {
    signal.removeEventListener('abort', stop);
  });
  if (signal.aborted) stop();
}
