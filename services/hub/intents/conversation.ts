import type { Intent } from '../../contract/intent.ts';

/** Whoever was asked has this long to answer; then the question is forgotten, and a late "yes" does nothing. */
export const answerMs = 12_000;

/** What Lares and the household are in the middle of. */
export type ConversationState =
  | { readonly kind: 'idle' }
  /** Lares asked whether to do `intent`, or for the room of the thing that it is about. */
  | {
      readonly kind: 'asked';
      readonly question: Question;
      readonly intent: Intent;
      readonly untilMs: number;
    };

export type Question = 'whether' | 'which';

/** Remembers the one question that is open. Anything but an answer ends it: another command does, and so does time. */
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

  ask(question: Question, intent: Intent): void {
    this.#state = { kind: 'asked', question, intent, untilMs: this.#now() + answerMs };
  }

  /** The question that was open, and is no more. */
  take(): ConversationState {
    const { state } = this;
    this.#state = { kind: 'idle' };
    return state;
  }
}
