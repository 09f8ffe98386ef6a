import type { Intent } from '../../contract/intent.ts';

/** Whoever was asked has this long to answer; then the question is forgotten, and a late "yes" does nothing. */
export const answerMs = 12_000;

/** What Lares and the household are in the middle of. */
export type ConversationState =
  | { readonly kind: 'idle' }
  /** What Lares asked of `intent`. */
  | {
      readonly kind: 'asked';
      readonly question: Question;
      readonly intent: Intent;
      readonly untilMs: number;
    };

/**
 * `whether` to do what is risky, and `which` room the thing that is meant is in. `heard`: whether it was said at all. `undo`:
 * whether to take back what was done.
 */
export type Question = 'whether' | 'which' | 'heard' | 'undo';

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

/** A wish, and whether a question about its risk was answered with yes. */
export interface Meant {
  readonly intent: Intent;
  readonly isConfirmed: boolean;
}

/** What an intent means after a question: the wish that was asked about, with a yes or with the room. Null for an answer to nothing. */
export function meantBy(intent: Intent, asked: ConversationState): Meant | null {
  if (intent.name !== 'LaresConfirm' && intent.name !== 'LaresChoose') return { intent, isConfirmed: false };
  const isYes = intent.name === 'LaresConfirm';
  if (asked.kind !== 'asked' || isYes === (asked.question === 'which')) return null;
  // A yes to having heard right, or to taking something back, is none to a risk.
  if (isYes) return { intent: asked.intent, isConfirmed: asked.question === 'whether' };
  const { name, slots } = asked.intent;
  return { intent: { name, slots: { ...slots, area: intent.slots.area } }, isConfirmed: false };
}
