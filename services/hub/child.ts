import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type BirpcReturn, createBirpc } from 'birpc';
import type { ProcessHealth, ProcessState } from '../contract/health.ts';
import type { Log } from '../contract/log.ts';
import { Trouble } from '../contract/trouble.ts';
import { Signal } from './signal.ts';

export type Remote<Calls extends object, News extends object> = BirpcReturn<Calls, News>;

export interface ChildOptions<Calls extends object, News extends object> {
  readonly name: 'vision' | 'voice';
  readonly script: URL;
  /** What the child may call here. */
  readonly news: News;
  /**
   * For a child that sends more than its news: who takes the bytes of a pipe of its own, made anew for each child, which gets
   * the number of the pipe as its argument. A child whose bytes can't be taken (a throw) is ended.
   */
  readonly line?: () => (bytes: Uint8Array) => void;
  /** Tells a new child everything it has to know; it counts as running when this is done. */
  readonly greet: (calls: Remote<Calls, News>) => Promise<void>;
  /** Asks the child to end. */
  readonly dismiss: (calls: Remote<Calls, News>) => Promise<void>;
  readonly log: Log;
}

interface Life<Calls extends object, News extends object> {
  readonly process: ChildProcess;
  readonly calls: Remote<Calls, News>;
  readonly ended: Promise<void>;
}

/** Below it are the three standard streams and the IPC channel. */
const LINE_FD = 4;
const callTimeoutMs = 120_000;
const longestPauseMs = 30_000;
/** A child that lived this long has recovered: its next restart is as quick as the first. */
const recoveredAfterMs = 10_000;
/** Together under the 2 s in which the whole house stops. */
const patience = { dismissMs: 1000, terminateMs: 400 } as const;

/** The pause before restart number `attempt` (from 1): 0.5 s, doubled each time, at most 30 s. */
export function restartPauseMs(attempt: number): number {
  return Math.min(longestPauseMs, 500 * 2 ** (attempt - 1));
}

/** One supervised child process: typed calls both ways, restarted with back-off when it dies. */
export class Child<Calls extends object, News extends object> {
  readonly changed = new Signal<ProcessHealth>();
  readonly #options: ChildOptions<Calls, News>;
  #state: ProcessState = { kind: 'stopped' };
  #life: Life<Calls, News> | null = null;
  #wanted = false;
  #restarts = 0;
  #attempt = 0;
  #pause: NodeJS.Timeout | undefined;

  constructor(options: ChildOptions<Calls, News>) {
    this.#options = options;
  }

  get health(): ProcessHealth {
    return { name: this.#options.name, state: this.#state, restarts: this.#restarts };
  }

  /** The child's side. Throws Trouble `unavailable` while there is no child; a call that its death interrupts rejects with the same. */
  get calls(): Remote<Calls, News> {
    if (this.#life === null) throw gone(this.#options.name);
    return this.#life.calls;
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#begin();
  }

  /** Ends the child within 2 s: asks, then SIGTERM, then SIGKILL. */
  async stop(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#pause);
    const life = this.#life;
    if (life !== null) {
      this.#options.dismiss(life.calls).catch(() => undefined);
      await endsWithin(life.ended, patience.dismissMs);
      if (this.#life === life) life.process.kill('SIGTERM');
      await endsWithin(life.ended, patience.terminateMs);
      if (this.#life === life) life.process.kill('SIGKILL');
      await life.ended;
    }
    this.#become({ kind: 'stopped' });
  }

  #begin(): void {
    this.#become({ kind: 'starting', sinceMs: Date.now() });
    const child = this.#fork();
    const calls = createBirpc<Calls, News>(this.#options.news, {
      post: (message: Serializable) => {
        if (child.connected) child.send(message, () => undefined);
      },
      on: (receive) => child.on('message', receive),
      bind: 'functions',
      timeout: callTimeoutMs,
    });
    const beganMs = Date.now();
    const ended = new Promise<void>((resolve) => {
      whenGone(child, (why) => {
        lineOf(child)?.destroy();
        this.#end(calls, { why, livedMs: Date.now() - beganMs });
        resolve();
      });
    });
    this.#life = { process: child, calls, ended };
    void this.#greet(this.#life);
  }

  #fork(): ChildProcess {
    const { name, script, line, log } = this.#options;
    const child = forkNode(script, line !== undefined);
    const take = line?.();
    const pipe = lineOf(child);
    pipe?.on('error', () => undefined);
    pipe?.on('data', (bytes: Uint8Array) => {
      try {
        take?.(bytes);
      } catch (error) {
        log.error(`The ${name} process sent what can't be read: ${String(error)}`);
        pipe.destroy();
        child.kill('SIGKILL');
      }
    });
    return child;
  }

  async #greet(life: Life<Calls, News>): Promise<void> {
    try {
      await this.#options.greet(life.calls);
      const { pid } = life.process;
      if (this.#life === life && pid !== undefined)
        this.#become({ kind: 'running', pid, sinceMs: Date.now() });
    } catch (error) {
      if (this.#life !== life) return;
      this.#options.log.error(`The ${this.#options.name} process did not take its orders: ${String(error)}`);
      life.process.kill('SIGKILL');
    }
  }

  #end(calls: Remote<Calls, News>, end: { readonly why: string; readonly livedMs: number }): void {
    this.#life = null;
    calls.$close(gone(this.#options.name));
    if (!this.#wanted) return;
    if (end.livedMs > recoveredAfterMs) this.#attempt = 0;
    this.#attempt += 1;
    this.#restarts += 1;
    const pauseMs = restartPauseMs(this.#attempt);
    this.#options.log.warn(
      `The ${this.#options.name} process ended (${end.why}); it starts again in ${pauseMs / 1000} s.`,
    );
    this.#become({ kind: 'restarting', sinceMs: Date.now(), why: end.why, attempt: this.#attempt });
    this.#pause = setTimeout(() => {
      this.#begin();
    }, pauseMs);
  }

  #become(state: ProcessState): void {
    this.#state = state;
    this.changed.send(this.health);
  }
}

/**
 * Under Electron the running binary is Electron's own, which acts as plain Node with ELECTRON_RUN_AS_NODE. Flags of the
 * parent are not passed on (a debugger's port can be taken once only), and standard output stays the hub's alone.
 */
function forkNode(script: URL, line: boolean): ChildProcess {
  const electron = 'electron' in process.versions;
  return fork(fileURLToPath(script), line ? [`${LINE_FD}`] : [], {
    execArgv: [],
    env: electron ? { ...process.env, ELECTRON_RUN_AS_NODE: '1' } : process.env,
    serialization: 'advanced',
    stdio: ['ignore', 2, 2, 'ipc', ...(line ? ['pipe' as const] : [])],
  });
}

function lineOf(child: ChildProcess): Readable | null {
  const pipe = child.stdio[LINE_FD];
  return pipe instanceof Readable ? pipe : null;
}

/** Calls back once, with the reason, when the process is no more or could not be started. */
function whenGone(child: ChildProcess, then: (why: string) => void): void {
  let told = false;
  const tell = (why: string): void => {
    if (told) return;
    told = true;
    then(why);
  };
  child.once('exit', (code, signal) => {
    tell(signal ?? `exit code ${code ?? 0}`);
  });
  child.on('error', (error) => {
    if (child.pid === undefined) tell(error.message);
  });
  child.once('disconnect', () => {
    // A child that nobody can talk to is of no use; normally it is on its way out by itself.
    setTimeout(() => child.kill('SIGKILL'), patience.dismissMs).unref();
  });
}

async function endsWithin(ended: Promise<unknown>, ms: number): Promise<void> {
  const over = new AbortController();
  await Promise.race([ended, wait(ms, undefined, { signal: over.signal }).catch(() => undefined)]);
  over.abort();
}

function gone(name: string): Trouble {
  const part = name === 'vision' ? 'The part of Lares that sees' : 'The part of Lares that hears';
  return new Trouble('unavailable', {
    what: `${part} is not running just now.`,
    advice: 'It is being started again; try once more in a few seconds.',
  });
}
