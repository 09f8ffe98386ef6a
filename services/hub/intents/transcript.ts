import type { TranscriptEntry, VoiceState } from '../../contract/voice.ts';
import type { Store } from '../../store/store.ts';
import { Signal } from '../signal.ts';

export type VoiceChange = { readonly state: VoiceState } | { readonly entry: TranscriptEntry };

/** What the ear is doing, and what was said and done; told as it happens. */
export class Transcript {
  readonly changed = new Signal<VoiceChange>();
  readonly #table: Store['transcript'];
  #state: VoiceState = { kind: 'off', why: 'The ear is starting.' };

  constructor(table: Store['transcript']) {
    this.#table = table;
  }

  get state(): VoiceState {
    return this.#state;
  }

  newest(limit: number): readonly TranscriptEntry[] {
    return this.#table.newest(limit);
  }

  stateChanged(state: VoiceState): void {
    this.#state = state;
    this.changed.send({ state });
  }

  exchanged(entry: TranscriptEntry): void {
    this.#table.add(entry);
    this.changed.send({ entry });
  }
}
