import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../contract/log.ts';
import type { Descriptor } from '../../contract/person.ts';
import { type Answer, Trouble } from '../../contract/trouble.ts';
import type { StaleFace } from '../../store/stale-faces.ts';
import type { Store } from '../../store/store.ts';
import type { Notices } from '../notices.ts';
import type { People } from './people.ts';

/** Cameras go first: a face is read again at most so often. */
const pauseMs = 250;
/** The gallery and the notice are renewed so many times. */
const toldSteps = 10;
const noticeId = 'people:re-enrolment';

export interface ReEnrolmentParts {
  readonly stale: Store['staleFaces'];
  readonly people: People;
  readonly describeCrop: (crop: Uint8Array) => Promise<Answer<Descriptor>>;
  readonly notices: Notices;
  readonly log: Log;
  /** Between two faces, in milliseconds. */
  readonly pauseMs?: number;
}

/**
 * When the embedder changes, everybody is enrolled again from their kept crops, face by face, and asked nothing. A crop in
 * which it finds no face stays, unused.
 */
export class ReEnrolment {
  readonly #parts: ReEnrolmentParts;
  #run: { readonly done: Promise<void>; readonly end: AbortController } | null = null;
  /** Set when vision could not answer: then it will tell of its embedder again. */
  #waits = false;

  constructor(parts: ReEnrolmentParts) {
    this.#parts = parts;
    parts.people.changed.listen(() => {
      this.#begin();
    });
  }

  embedderKnown(modelId: string): void {
    this.#waits = false;
    this.#parts.people.embedder = modelId;
    this.#begin();
  }

  async stop(): Promise<void> {
    this.#waits = true;
    this.#run?.end.abort();
    await this.#run?.done;
  }

  /** Resolves when there is nothing under way. */
  async settled(): Promise<void> {
    while (this.#run !== null) await this.#run.done;
  }

  #begin(): void {
    const modelId = this.#parts.people.embedder;
    if (modelId === null || this.#run !== null || this.#waits) return;
    const faces = this.#parts.stale.list(modelId);
    if (faces.length === 0) return;
    const end = new AbortController();
    const done = this.#read(faces, { modelId, signal: end.signal })
      .catch((error: unknown) => {
        this.#waits = true;
        const isExpected = error instanceof Trouble || end.signal.aborted;
        if (!isExpected) this.#parts.log.error(`A face could not be read again: ${String(error)}`);
      })
      .then(() => {
        this.#run = null;
        this.#parts.notices.clear(noticeId);
        if (!end.signal.aborted) this.#parts.people.touch();
      });
    this.#run = { done, end };
  }

  async #read(
    faces: readonly StaleFace[],
    { modelId, signal }: { readonly modelId: string; readonly signal: AbortSignal },
  ): Promise<void> {
    const step = Math.ceil(faces.length / toldSteps);
    for (const [index, face] of faces.entries()) {
      if (index % step === 0) this.#tell(index, faces.length);
      await this.#readOne(face, modelId);
      signal.throwIfAborted();
      // Another embedder meanwhile: the list of what to read is another one.
      if (this.#parts.people.embedder !== modelId) return;
      await wait(this.#parts.pauseMs ?? pauseMs, undefined, { signal });
    }
  }

  async #readOne(face: StaleFace, modelId: string): Promise<void> {
    const { stale, describeCrop } = this.#parts;
    const crop = await stale.crop(face);
    const answer = crop === null ? null : await describeCrop(crop);
    if (answer?.ok === true) {
      // The embedder changed meanwhile, and vision will tell which it is: this one did not fail at the face.
      if (answer.value.modelId !== modelId) throw otherEmbedder();
      stale.replace(face, answer.value);
      return;
    }
    if (answer?.ok === false && isOfVision.has(answer.code))
      throw new Trouble(answer.code, { what: answer.what, advice: answer.advice });
    stale.giveUp(face, modelId);
  }

  #tell(done: number, total: number): void {
    this.#parts.notices.raise({
      id: noticeId,
      severity: 'info',
      what: `The part that compares faces is a new one: ${done} of ${total} kept faces are read again.`,
      advice: 'Until all are, people may be recognised less often.',
    });
    if (done > 0) this.#parts.people.touch();
  }
}

function otherEmbedder(): Trouble {
  return new Trouble('unavailable', {
    what: 'The part that compares faces is being changed.',
    advice: 'Wait until Lares tells of the new one.',
  });
}

/** Troubles that are not the crop's. */
const isOfVision: ReadonlySet<string> = new Set(['unavailable', 'missing_model', 'missing_program']);
