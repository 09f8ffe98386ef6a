import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

interface ServedClip {
  readonly file: string;
  readonly framesPerSecond: number;
}

/** RTSP cameras whose pictures tell when they were sent. */
export class TimecodeCamera {
  readonly port: number;
  /** When picture 0 left, in milliseconds since 1970. */
  readonly startMs: number;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, line: string) {
    const [port = 0, startMs = 0] = line.split(' ').map(Number);
    this.#process = process;
    this.port = port;
    this.startMs = startMs;
  }

  /** Each clip is served under its name. */
  static async start(clips: Readonly<Record<string, ServedClip>>): Promise<TimecodeCamera> {
    const script = new URL('timecode-camera.py', import.meta.url).pathname;
    const served = Object.entries(clips).map(
      ([name, clip]) => `${name}=${clip.file}@${clip.framesPerSecond}`,
    );
    const child = spawn('/usr/bin/python3', [script, ...served], { stdio: ['pipe', 'pipe', 'inherit'] });
    const limit = AbortSignal.timeout(20_000);
    const said: unknown[] = await once(createInterface({ input: child.stdout }), 'line', { signal: limit });
    if (typeof said[0] !== 'string') throw new Error('The camera did not start.');
    return new TimecodeCamera(child, said[0]);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }
}
