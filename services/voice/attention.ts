import type { Begins } from './recogniser/command.ts';
import { frameMs, type Heard } from './listening.ts';

/** After the wake phrase alone a command is awaited for this long. */
const awaitMs = 6_000;
/** Less speech than this after the wake phrase is its own end, or a breath. */
const fewSpeechFrames = 10;
const surelySpeech = 0.5;

/** Whom the talk in the room is meant for, as far as Lares knows. `saidFrames`: frames of speech since then. */
export type AttentionState =
  | { readonly kind: 'unaware' }
  | {
      readonly kind: 'addressed';
      readonly begins: Begins;
      readonly sure: boolean;
      readonly saidFrames: number;
    }
  | { readonly kind: 'awaiting'; readonly framesLeft: number };

/** The next frame: what listening made of it, how likely it is speech, and the wake phrase where it was just called. */
export interface Noticed {
  readonly heard: Heard;
  readonly speech: number;
  readonly wake: { readonly sure: boolean } | null;
}

/** What the newest sound is to an order: nothing, its beginning (and end at once), a piece of it, its end. */
export type Turn = 'nothing' | 'begin' | 'whole' | 'go on' | 'end';

const unaware: AttentionState = { kind: 'unaware' };

/** Decides, without any sound of its own, which sound is an order: what follows a wake phrase, in the same breath or after a pause. */
export class Attention {
  #state: AttentionState = unaware;

  get state(): AttentionState {
    return this.#state;
  }

  /** The wake phrase was said alone: the next utterance is an order. */
  awaitOrder(): void {
    this.#state = { kind: 'awaiting', framesLeft: Math.round(awaitMs / frameMs) };
  }

  reset(): void {
    this.#state = unaware;
  }

  /** An order that has ended leaves Lares unaware. */
  follow({ heard, speech, wake }: Noticed): Turn {
    if (wake !== null && this.#counts(wake)) return this.#call(heard, wake);
    const state = this.#state;
    if (state.kind === 'addressed') return this.#goOn(state, heard, speech);
    if (state.kind === 'unaware') return 'nothing';
    if (heard.kind !== 'silence') {
      this.#state = heard.kind === 'end' ? unaware : addressed('anyhow', true);
      return heard.kind === 'end' ? 'whole' : 'begin';
    }
    // Time runs only in silence: who has begun to speak may end.
    this.#state = state.framesLeft <= 1 ? unaware : { kind: 'awaiting', framesLeft: state.framesLeft - 1 };
    return 'nothing';
  }

  /** A likely phrase does not take the place of a sure one, nor of an order that is awaited. */
  #counts(wake: { readonly sure: boolean }): boolean {
    if (this.#state.kind === 'unaware' || wake.sure) return true;
    return this.#state.kind === 'addressed' && !this.#state.sure;
  }

  #call(heard: Heard, { sure }: { readonly sure: boolean }): Turn {
    if (heard.kind === 'speech') {
      this.#state = addressed('with wake phrase', sure);
      return 'begin';
    }
    if (heard.kind === 'silence' && sure) this.awaitOrder();
    else this.#state = unaware;
    return heard.kind === 'end' ? 'whole' : 'nothing';
  }

  #goOn(state: AttentionState & { kind: 'addressed' }, heard: Heard, speech: number): Turn {
    if (heard.kind === 'end') {
      this.#state = unaware;
      return 'end';
    }
    this.#state = { ...state, saidFrames: state.saidFrames + (speech >= surelySpeech ? 1 : 0) };
    return heard.kind === 'speech' ? 'go on' : 'nothing';
  }
}

function addressed(begins: Begins, sure: boolean): AttentionState {
  return { kind: 'addressed', begins, sure, saidFrames: 0 };
}

/** Whether somebody who was addressed has said hardly anything after the wake phrase. */
export function saidHardlyAnything(state: AttentionState): boolean {
  return (
    state.kind === 'addressed' && state.begins === 'with wake phrase' && state.saidFrames < fewSpeechFrames
  );
}
