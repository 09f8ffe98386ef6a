import { setTimeout as sleep } from 'node:timers/promises';
import { FaceLiveness } from '../../models/face-liveness.ts';
import { Trouble } from '../contract/trouble.ts';
import { FaceReader } from './faces/faces.ts';
import { ObjectFinder } from './objects.ts';

const RETRY_MS = 5000;

interface Options {
  /** The folder of the networks. */
  readonly models: string;
  readonly signal: AbortSignal;
  /** The trouble that keeps networks away, null when there is none. */
  readonly troubled: (trouble: Trouble | null) => void;
  /** The embedder that gives descriptors from now on. */
  readonly embedderKnown: (modelId: string) => void;
}

/** The networks that this process looks with. Those that are missing are tried again: set-up may be making them now. */
export class Networks {
  readonly #options: Options;
  readonly #opened: Promise<void>;
  #objects: ObjectFinder | null = null;
  #faces: FaceReader | null = null;
  #liveness: FaceLiveness | null = null;
  #opening: Promise<void> | null = null;

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

  /** Null where the standard pack is not installed: nothing waits for it. */
  get liveness(): FaceLiveness | null {
    return this.#liveness;
  }

  /** The face reader, once it was tried to open it. Throws the Trouble 'missing_model' when there is none. */
  async needFaces(): Promise<FaceReader> {
    await this.#opened;
    if (this.#faces === null) await this.#open();
    return this.#faces ?? FaceReader.open(this.#options.models);
  }

  async #keepTrying(): Promise<void> {
    const { signal } = this.#options;
    while ((this.#objects === null || this.#faces === null) && !signal.aborted) {
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
      await this.#open();
    }
  }

  /** One try at a time, whoever asks for it. */
  #open(): Promise<void> {
    this.#opening ??= this.#openAll().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** What can't be opened keeps nothing else from it; the first trouble is told. */
  async #openAll(): Promise<void> {
    const { models, troubled } = this.#options;
    const troubles: Trouble[] = [];
    const attempt = async (open: () => Promise<void>): Promise<void> => {
      await open().catch((error: unknown) => {
        if (!(error instanceof Trouble)) throw error;
        troubles.push(error);
      });
    };
    await attempt(async () => {
      this.#objects ??= await ObjectFinder.open(models);
    });
    await attempt(() => this.#openFaces());
    await attempt(async () => {
      this.#liveness ??= await FaceLiveness.open(models);
    });
    troubled(troubles[0] ?? null);
  }

  async #openFaces(): Promise<void> {
    if (this.#faces !== null) return;
    this.#faces = await FaceReader.open(this.#options.models);
    this.#options.embedderKnown(this.#faces.modelId);
  }
}
