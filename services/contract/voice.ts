import type { Intent, Outcome } from './intent.ts';

/** What the ear is doing. */
export type VoiceState =
  | { readonly kind: 'off'; readonly why: string }
  /** `source`: where sound comes from; 'none' when there is no microphone: then only `lares say` and files are heard. */
  | { readonly kind: 'waiting'; readonly source: 'microphone' | 'none'; readonly wakePhrase: string }
  /** Somebody has probably called: it is looked at a second time, and turns into `listening` or back into `waiting` within half a second. */
  | { readonly kind: 'noticed' }
  | { readonly kind: 'listening'; readonly sinceMs: number }
  | { readonly kind: 'thinking' }
  | { readonly kind: 'speaking'; readonly text: string };

/** One exchange, as the voice panel shows it. Only what followed a wake word is ever kept. */
export interface TranscriptEntry {
  readonly id: string;
  readonly atMs: number;
  /** What was heard after the wake word; empty when no words were recognised. */
  readonly heard: string;
  readonly intent: Intent | null;
  readonly outcome: Outcome;
  readonly reply: string;
  /** How sure the ear was, 0..1; absent where no command was recognised. */
  readonly confidence?: number;
  /** What the household said of it afterwards. */
  readonly verdict?: Verdict;
}

/** `not_called`: nobody called Lares. `misheard`: it was something else, `meant` where somebody says what. */
export interface Verdict {
  readonly how: 'not_called' | 'misheard';
  readonly meant: string;
  readonly hasRecording: boolean;
}
