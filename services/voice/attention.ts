import { voiceFrameSamples } from '../../models/voice-activity.ts';
import { frameMs, type Heard } from './listening.ts';
import type { Wake } from './wake/wake-word.ts';

/** After the wake phrase alone a command is awaited for this long. */
const awaitMs = 6_000;

/** Sound that is meant for Lares. Where the wake phrase is not `sure`, only a well understood command counts. */
export interface Order {
  readonly sound: Float32Array;
  readonly begins: 'with wake phrase' | 'anyhow';
  readonly sure: boolean;
}

/** Whom the talk in the room is meant for, as far as Lares knows. */
export type AttentionState =
  | { readonly kind: 'unaware' }
  | { readonly kind: 'addressed'; readonly sure: boolean }
  | { readonly kind: 'awaiting'; readonly framesLeft: number };

const unaware: AttentionState = { kind: 'unaware' };

/** Decides, without any sound of its own, which utterance is an order: one with the wake phrase, or the one after it. */
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

  /** The next frame and what the wake word made of it. An order comes when its utterance has ended. */
  follow(heard: Heard, wake: Wake | null): Order | null {
    if (wake !== null && !this.#isAddressedFor(wake)) this.#state = { kind: 'addressed', sure: wake.sure };
    if (heard.kind === 'end') return this.#end(heard.utterance, wake);
    // Time runs only in silence: who has begun to speak may end.
    if (this.#state.kind === 'awaiting' && heard.kind === 'silence') this.#state = oneFrameLess(this.#state);
    return null;
  }

  /** A likely phrase does not take the place of a sure one, nor of an order that is awaited. */
  #isAddressedFor(wake: Wake): boolean {
    if (this.#state.kind === 'addressed') return this.#state.sure || !wake.sure;
    return this.#state.kind === 'awaiting' && !wake.sure;
  }

  #end(utterance: Float32Array, wake: Wake | null): Order | null {
    const state = this.#state;
    this.#state = unaware;
    if (state.kind === 'unaware') return null;
    if (state.kind === 'awaiting') return { sound: utterance, begins: 'anyhow', sure: true };
    // A phrase that was only found at the end could not yet cut off what came before it.
    const sound = wake === null ? utterance : utterance.subarray(-(wake.samplesAgo + voiceFrameSamples));
    return { sound, begins: 'with wake phrase', sure: state.sure };
  }
}

function oneFrameLess(state: AttentionState & { kind: 'awaiting' }): AttentionState {
  return state.framesLeft <= 1 ? unaware : { kind: 'awaiting', framesLeft: state.framesLeft - 1 };
}
