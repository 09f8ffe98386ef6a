import type { Health } from '../contract/health.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Hub } from './hub.ts';
import { Signal } from './signal.ts';

/** Opens the house: null when a passphrase is needed and none is given. Throws Trouble `wrong_passphrase`. */
export type OpenHouse = (passphrase: string | undefined) => Promise<Hub | null>;

export interface DoorParts {
  readonly open: OpenHouse;
  /** What a locked house tells of itself. */
  readonly locked: () => Health;
  /** Throws Trouble `refused` when nobody could open it again. */
  readonly mustOpenAgain: () => void;
}

/**
 * The way into the house. When the owner has set a passphrase the house starts locked: nothing is written or read, no
 * camera and no microphone runs, and the page asks for the passphrase.
 */
export class Door {
  readonly healthChanged = new Signal<Health>();
  /** The house was locked, and nothing of it is in memory any more: whoever still looks into it is to be sent away. */
  readonly left = new Signal<undefined>();
  readonly #parts: DoorParts;
  #hub: Hub | null = null;
  #deaf: () => void = () => undefined;
  #settled: Promise<void> = Promise.resolve();

  constructor(parts: DoorParts) {
    this.#parts = parts;
  }

  /** Resolves when it is known whether the house is open or locked; never rejects. */
  get settled(): Promise<void> {
    return this.#settled.catch(() => undefined);
  }

  /** Throws Trouble `locked`. */
  get hub(): Hub {
    if (this.#hub === null) throw locked();
    return this.#hub;
  }

  openHub(): Hub | null {
    return this.#hub;
  }

  health(): Health {
    return this.#hub?.health.get() ?? this.#parts.locked();
  }

  /** Called once, at start; true when the house is open. Throws what the store says. */
  async tryOpen(): Promise<boolean> {
    this.#settled = this.#enter(undefined);
    await this.#settled;
    return this.#hub !== null;
  }

  /** Throws Trouble `wrong_passphrase`. A house that is open already stays so. */
  async unlock(passphrase: string): Promise<void> {
    this.#settled = this.settled.then(() => this.#enter(passphrase));
    await this.#settled;
  }

  /** Throws Trouble `refused` when nobody could open it again once it is locked. */
  mustOpenAgain(): void {
    this.#parts.mustOpenAgain();
  }

  /**
   * Ends everything in the house as its end would, and forgets its keys; `unlock` opens it again. From the first moment on nobody is let
   * in. Throws Trouble `refused` when nobody could open it again.
   */
  async lock(): Promise<void> {
    this.mustOpenAgain();
    this.#settled = this.settled.then(() => this.#leave());
    await this.#settled;
  }

  async stop(): Promise<void> {
    await this.settled;
    await this.#hub?.stop();
  }

  async #enter(passphrase: string | undefined): Promise<void> {
    if (this.#hub !== null) return;
    const hub = await this.#parts.open(passphrase);
    if (hub === null) return;
    this.#hub = hub;
    this.#deaf = hub.health.changed.listen((health) => {
      this.healthChanged.send(health);
    });
    hub.start();
    this.healthChanged.send(hub.health.get());
  }

  async #leave(): Promise<void> {
    const hub = this.#hub;
    if (hub === null) return;
    this.#hub = null;
    this.#deaf();
    this.healthChanged.send(this.#parts.locked());
    try {
      await hub.stop();
    } finally {
      this.left.send(undefined);
      this.healthChanged.send(this.#parts.locked());
    }
  }
}

function locked(): Trouble {
  return new Trouble('locked', {
    what: 'Lares is locked.',
    advice: 'Open it with your passphrase first.',
  });
}
