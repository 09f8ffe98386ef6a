import type { TranscriptEntry } from '../contract/voice.ts';

/** What Lares heard after the wake word, and what it answered. */
export function printExchanges(entries: readonly TranscriptEntry[]): void {
  if (entries.length === 0) console.log('Lares heard no wake word, so it did nothing.');
  for (const { heard, reply, outcome } of entries) {
    console.log(`heard: ${heard === '' ? '(no words)' : heard}`);
    console.log(`${outcome}: ${reply}`);
  }
}
