import { Trouble } from '../../contract/trouble.ts';
import type { TranscriptEntry, Verdict, VoiceState } from '../../contract/voice.ts';
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

  /** Throws Trouble `not_found`. */
  get(id: string): TranscriptEntry {
    const entry = this.#table.get(id);
    if (entry === null) throw noEntry();
    return entry;
  }

  /** What the household says of an exchange; null takes it back. Throws Trouble `not_found`. */
  judge(id: string, verdict: Omit<Verdict, 'hasRecording'> | null): TranscriptEntry {
    this.get(id);
    this.#table.setVerdict(id, verdict);
    return this.retell(id);
  }

  /** Tells again of an exchange of which more is known now. Throws Trouble `not_found`. */
  retell(id: string): TranscriptEntry {
    const entry = this.get(id);
    this.changed.send({ entry });
    return entry;
  }

  /** Tells again of all exchanges that somebody has judged. */
  retellJudged(): void {
    for (const entry of this.#table.judged()) this.changed.send({ entry });
  }
}

function noEntry(): Trouble {
  return new Trouble('not_found', {
    what: 'This exchange is not there any more.',
    advice: 'Look at what was said again.',
  });
}
