import type { CameraSettings } from '../../contract/camera.ts';
import type { Log } from '../../contract/log.ts';
import { Trouble } from '../../contract/trouble.ts';
import { haveDemoClips } from './demo-clips.ts';
import { DemoHouse } from './demo-house.ts';
import type { Notices } from '../notices.ts';
import { Signal } from '../signal.ts';

/** The demo house, there as long as the owner wants it. */
export class Demo {
  /** The demo's cameras came or went. */
  readonly changed = new Signal<readonly CameraSettings[]>();
  readonly #parts: { readonly directory: string; readonly notices: Notices; readonly log: Log };
  readonly #over = new AbortController();
  #house: DemoHouse | null = null;
  #turning: Promise<void> = Promise.resolve();

  constructor(parts: { readonly directory: string; readonly notices: Notices; readonly log: Log }) {
    this.#parts = parts;
  }

  get cameras(): readonly CameraSettings[] {
    return this.#house?.cameras ?? [];
  }

  /** Wishes are fulfilled one after the other; the last one stays. */
  turn(on: boolean): void {
    this.#turning = this.#turning.then(() => (on ? this.#begin() : this.#end()));
  }

  async stop(): Promise<void> {
    this.#over.abort();
    this.turn(false);
    await this.#turning;
  }

  async #begin(): Promise<void> {
    if (this.#house !== null || this.#isOver()) return;
    this.#announce();
    try {
      this.#house = await DemoHouse.start({ directory: this.#parts.directory, signal: this.#over.signal });
      this.#parts.notices.clear('demo');
      this.changed.send(this.cameras);
    } catch (error) {
      if (this.#isOver()) return;
      this.#complain(error);
    }
  }

  /** Set-up has made the clips; where it has not, it takes a while. */
  #announce(): void {
    if (haveDemoClips(this.#parts.directory)) return;
    this.#parts.notices.raise({
      id: 'demo',
      severity: 'info',
      what: 'The demo house is being made; that takes about a minute.',
      advice: 'Its cameras appear by themselves.',
    });
  }

  #isOver(): boolean {
    return this.#over.signal.aborted;
  }

  async #end(): Promise<void> {
    this.#parts.notices.clear('demo');
    const house = this.#house;
    if (house === null) return;
    this.#house = null;
    this.changed.send([]);
    await house.stop();
  }

  #complain(error: unknown): void {
    const what = error instanceof Trouble ? error.message : 'The demo house could not be started.';
    const advice = error instanceof Trouble ? error.advice : 'Use your own cameras, or start Lares again.';
    if (!(error instanceof Trouble)) this.#parts.log.error(`${what} ${String(error)}`);
    this.#parts.notices.raise({ id: 'demo', severity: 'warning', what, advice });
  }
}
