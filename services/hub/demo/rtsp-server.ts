import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../../resources/demo/rtsp-server.py', import.meta.url));
// Debian's own interpreter: another Python first on the path would not see Debian's GStreamer.
const PYTHON = '/usr/bin/python3';
const START_MS = 10_000;

/** A GStreamer RTSP server in a process of its own. It ends with `stop`, and with us, since its standard input closes then. */
export class RtspServer {
  readonly port: number;
  readonly ended: Promise<void>;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, port: number, ended: Promise<void>) {
    this.#process = process;
    this.port = port;
    this.ended = ended;
  }

  /**
   * Starts it; null when it can't run here (no Python, no GStreamer). Arguments are those of `resources/demo/rtsp-server.py`,
   * without `--port`; a port of 0 takes a free one.
   */
  static async start(
    args: readonly string[],
    port = 0,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<RtspServer | null> {
    const child = spawn(PYTHON, [SCRIPT, '--port', `${port}`, ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...environment },
    });
    const ended = new Promise<void>((resolve) => {
      child.once('close', () => {
        resolve();
      });
      child.once('error', () => {
        resolve();
      });
    });
    const limit = AbortSignal.timeout(START_MS);
    const lines = createInterface({ input: child.stdout });
    const said = once(lines, 'line', { signal: limit }).catch(() => []);
    const [line] = await Promise.race([said, ended.then(() => [])]);
    const bound = Number(line);
    if (Number.isInteger(bound) && bound > 0) return new RtspServer(child, bound, ended);
    child.kill('SIGKILL');
    return null;
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** May be called again. */
  async stop(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
  }
}
