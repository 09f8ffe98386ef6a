import type { MemberId } from '../../contract/access.ts';
import { Signal } from '../signal.ts';

/**
 * One browser, told from others by a cookie: its pages, pictures and live lines. A PIN opens its member's role on it, until nobody has
 * touched it for a while.
 */
export class Session {
  /** What wrong PINs are counted by. */
  readonly id: string;
  /** It was opened or closed. */
  readonly changed = new Signal<undefined>();
  /** Nothing of it may go on. */
  readonly ended = new Signal<undefined>();
  /** Who logged in over the network; null: this is the kiosk. */
  readonly login: MemberId | null;
  #member: MemberId | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(id: string, login: MemberId | null = null) {
    this.id = id;
    this.login = login;
  }

  /** Whose PIN was given; null: nobody's, or it was too long ago. */
  get member(): MemberId | null {
    return this.#member;
  }

  open(member: MemberId, idleMs: number): void {
    this.#member = member;
    this.#wait(idleMs);
    this.changed.send(undefined);
  }

  /** Somebody is still there. */
  touch(idleMs: number): void {
    if (this.#member !== null) this.#wait(idleMs);
  }

  close(): void {
    clearTimeout(this.#timer);
    if (this.#member === null) return;
    this.#member = null;
    this.changed.send(undefined);
  }

  end(): void {
    this.close();
    this.ended.send(undefined);
  }

  #wait(idleMs: number): void {
    clearTimeout(this.#timer);
    // Not by the clock on the wall, which somebody may set back.
    this.#timer = setTimeout(() => {
      this.close();
    }, idleMs).unref();
  }
}
