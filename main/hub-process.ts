import { utilityProcess, type UtilityProcess } from 'electron';
import type { Log } from '../services/contract/log.ts';
import { FromHub, type ToHub } from '../services/contract/main-process.ts';
import type { KeyMessage } from './data-key.ts';

export type HubState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'serving'; readonly address: string }
  | { readonly kind: 'restarting'; readonly inMs: number }
  /** The owner has to do something first. */
  | { readonly kind: 'failed'; readonly what: string; readonly advice: string }
  | { readonly kind: 'stopped' };

export interface HubProcessOptions {
  /** The path of services/hub/process.ts, or of what was built from it. */
  readonly script: string;
  readonly arguments: readonly string[];
  /** Told to every new hub before anything else; never in its environment or arguments. */
  readonly key: KeyMessage;
  readonly environment: Readonly<Record<string, string>>;
  readonly changed: (state: HubState) => void;
  readonly log: Log;
}

const longestPauseMs = 30_000;
/** A hub that served this long has recovered: its next restart is as quick as the first. */
const recoveredAfterMs = 60_000;
/** After so many ends without ever having served, trying again is no use. */
const mostFirstAttempts = 5;
/** The hub ends its children within 1.5 s; with this, all is over within 2 s. */
const stopPatienceMs = 1800;

/** The pause before restart number `attempt` (from 1): 1 s, doubled each time, at most 30 s. */
export function restartPauseMs(attempt: number): number {
  return Math.min(longestPauseMs, 1000 * 2 ** (attempt - 1));
}

/** The hub as a utility process of Electron: started, handed the key, restarted with back-off when it dies, stopped. */
export class HubProcess {
  readonly #options: HubProcessOptions;
  #state: HubState = { kind: 'stopped' };
  #child: UtilityProcess | null = null;
  #attempt = 0;
  #hasServed = false;
  #servingSinceMs = 0;
  #pause: NodeJS.Timeout | undefined;
  #stopping: Promise<void> | null = null;

  constructor(options: HubProcessOptions) {
    this.#options = options;
  }

  get state(): HubState {
    return this.#state;
  }

  start(): void {
    this.#become({ kind: 'starting' });
    const child = utilityProcess.fork(this.#options.script, [...this.#options.arguments], {
      serviceName: 'Lares hub',
      stdio: 'inherit',
      env: this.#options.environment,
    });
    this.#child = child;
    child.once('spawn', () => {
      this.#tell(child, this.#options.key);
    });
    child.on('message', (message: unknown) => {
      this.#hear(message);
    });
    child.once('exit', (code) => {
      if (this.#child === child) this.#end(code);
    });
  }

  /** Asks the hub to end, and kills it when it does not within 2 s. May be called again. */
  stop(): Promise<void> {
    return (this.#stopping ??= this.#stop());
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#pause);
    const child = this.#child;
    this.#child = null;
    if (child !== null) {
      const ended = Promise.withResolvers<undefined>();
      child.once('exit', () => {
        ended.resolve(undefined);
      });
      this.#tell(child, { type: 'stop' });
      const timer = setTimeout(() => {
        kill(child);
      }, stopPatienceMs);
      await ended.promise;
      clearTimeout(timer);
    }
    this.#become({ kind: 'stopped' });
  }

  #tell(child: UtilityProcess, message: ToHub): void {
    child.postMessage(message);
  }

  #hear(message: unknown): void {
    const told = FromHub.safeParse(message);
    if (!told.success || this.#child === null) return;
    if (told.data.type === 'ready') {
      this.#hasServed = true;
      this.#servingSinceMs = Date.now();
      this.#become({ kind: 'serving', address: told.data.address });
    } else {
      this.#become({ kind: 'failed', what: told.data.what, advice: told.data.advice });
    }
  }

  #end(code: number): void {
    this.#child = null;
    if (this.#state.kind === 'failed') return;
    const recovered = this.#state.kind === 'serving' && Date.now() - this.#servingSinceMs > recoveredAfterMs;
    this.#attempt = recovered ? 1 : this.#attempt + 1;
    if (!this.#hasServed && this.#attempt >= mostFirstAttempts) {
      this.#become({
        kind: 'failed',
        what: `The hub ended ${this.#attempt} times before it could serve.`,
        advice: 'Start Lares from a terminal to see why: npm start, or npx lares doctor.',
      });
      return;
    }
    const inMs = restartPauseMs(this.#attempt);
    this.#options.log.warn(`The hub ended (exit code ${code}); it starts again in ${inMs / 1000} s.`);
    this.#become({ kind: 'restarting', inMs });
    this.#pause = setTimeout(() => {
      this.start();
    }, inMs);
  }

  #become(state: HubState): void {
    this.#state = state;
    this.#options.changed(state);
  }
}

/** `UtilityProcess.kill` asks by SIGTERM only, and a hub that hangs does not hear it. */
function kill(child: UtilityProcess): void {
  try {
    if (child.pid === undefined) child.kill();
    else process.kill(child.pid, 'SIGKILL');
  } catch {
    // It has ended in this very moment.
  }
}
