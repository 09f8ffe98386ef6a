import type { WakeTraining } from '../../contract/wake.ts';
import { Signal } from '../signal.ts';

const idle: WakeTraining = { kind: 'idle' };

/** The one training of a wake phrase that may go on, as far as the hub knows. */
export class WakeTrainingState {
  readonly changed = new Signal<WakeTraining>();
  #state: WakeTraining = idle;
  /** The phrase whose model is still to come. */
  #awaited: string | null = null;

  get state(): WakeTraining {
    return this.#state;
  }

  /** The phrase that is being learnt. */
  get phrase(): string | null {
    return this.#awaited;
  }

  begin(phrase: string, nowMs: number): void {
    this.#awaited = phrase;
    this.#become({ kind: 'training', phrase, stage: 'speaking', done: 0, beganAtMs: nowMs });
  }

  /** What the voice process says; news of a training that was given up comes too late. */
  told(training: WakeTraining): void {
    if (training.kind === 'idle') this.#become(idle);
    else if (training.phrase === this.#awaited) {
      if (training.kind === 'failed') this.#awaited = null;
      this.#become(training);
    }
  }

  /** It is over: learnt, or given up. */
  end(): void {
    this.#awaited = null;
    this.#become(idle);
  }

  fail(trouble: { readonly what: string; readonly advice: string }): void {
    const phrase = this.#awaited;
    if (phrase === null) return;
    this.#awaited = null;
    this.#become({ kind: 'failed', phrase, ...trouble });
  }

  /** The voice process is gone, and with it what it had learnt so far. */
  earDied(): void {
    this.fail({
      what: 'The part of Lares that hears stopped while it learnt this phrase.',
      advice: 'It is being started again; then train the phrase once more.',
    });
  }

  #become(state: WakeTraining): void {
    this.#state = state;
    this.changed.send(state);
  }
}
