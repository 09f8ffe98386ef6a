import type { Intent } from '../contract/intent.ts';

/** Whoever was asked has this long to answer; then the question is forgotten, and a late "yes" does nothing. */
export const answerMs = 12_000;

/** What Lares and the household are in the middle of. */
export type ConversationState =
  | { readonly kind: 'idle' }
  /** Lares asked whether to do `intent`. */
  | { readonly kind: 'asked'; readonly intent: Intent; readonly untilMs: number };

/** Remembers the one question that is open. Anything but a yes ends it: another command does, and so does time. */
export class Conversation {
  readonly #now: () => number;
  #state: ConversationState = { kind: 'idle' };

  constructor(now: () => number) {
    this.#now = now;
  }

  get state(): ConversationState {
    if (this.#state.kind === 'asked' && this.#now() > this.#state.untilMs) this.#state = { kind: 'idle' };
    return this.#state;
  }

  ask(intent: Intent): void {
    this.#state = { kind: 'asked', intent, untilMs: this.#now() + answerMs };
  }

  /** The question that was open, and is no more. */
  take(): Intent | null {
    const { state } = this;
    this.#state = { kind: 'idle' };
    return state.kind === 'asked' ? state.intent : null;
  }
}
