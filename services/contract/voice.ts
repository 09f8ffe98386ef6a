import type { Intent, Outcome } from './intent.ts';

/** What the ear is doing. */
export type VoiceState =
  | { readonly kind: 'off'; readonly why: string }
  /** `source`: where sound comes from; 'none' when there is no microphone: then only `lares say` and files are heard. */
  | { readonly kind: 'waiting'; readonly source: 'microphone' | 'none'; readonly wakePhrase: string }
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
}
