import { z } from 'zod';
import type { Event } from './event.ts';
import type { TranscriptEntry } from './voice.ts';

/** What is looked for, as people ask: “car yesterday evening”, “wer hat die Garage geöffnet”. */
export const SearchQuery = z.strictObject({
  text: z.string().trim().max(200),
  limit: z.number().int().min(1).max(100).default(50),
  /** `next` of the page before. */
  before: z.number().int().optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** One thing that was seen, or one that was said. */
export type SearchResult =
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'exchange'; readonly entry: TranscriptEntry };

/** How a query was understood, and the newest that fits it first. */
export interface SearchPage {
  readonly results: readonly SearchResult[];
  readonly words: readonly string[];
  /** When, the newest first, in milliseconds since 1970; null where a side is open. Empty: whenever. */
  readonly spans: readonly { readonly fromMs: number | null; readonly toMs: number | null }[];
  /** Where the next page begins; null when there is none. */
  readonly next: number | null;
}

/** Visits of one kind that began in one hour. */
export interface HourCount {
  readonly hourMs: number;
  readonly label: Event['label'];
  readonly events: number;
}
