import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from '../contract/trouble.ts';
import { FaceReader } from './faces.ts';
import { ObjectFinder } from './objects.ts';

const RETRY_MS = 5000;

interface Options {
  /** The folder of the networks. */
  readonly models: string;
  readonly signal: AbortSignal;
  /** The trouble that keeps networks away, null when there is none. */
  readonly troubled: (trouble: Trouble | null) => void;
}

/** The networks that this process looks with. Those that are missing are tried again: set-up may be making them now. */
export class Networks {
  readonly #options: Options;
  readonly #opened: Promise<void>;
  #objects: ObjectFinder | null = null;
  #faces: FaceReader | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#opened = this.#open();
    void this.#opened.then(() => this.#keepTrying());
  }

  get objects(): ObjectFinder | null {
    return this.#objects;
  }

  get faces(): FaceReader | null {
    return this.#faces;
  }

  /** The face reader, once it was tried to open it. Throws the Trouble 'missing_model' when there is none. */
  async needFaces(): Promise<FaceReader> {
    await this.#opened;
    this.#faces ??= await FaceReader.open(this.#options.models);
    return this.#faces;
  }

  async #keepTrying(): Promise<void> {
    const { signal } = this.#options;
    while ((this.#objects === null || this.#faces === null) && !signal.aborted) {
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
      await this.#open();
    }
  }

  async #open(): Promise<void> {
    const { models, troubled } = this.#options;
    try {
      this.#objects ??= await ObjectFinder.open(models);
      this.#faces ??= await FaceReader.open(models);
      troubled(null);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      troubled(error);
    }
  }
}
