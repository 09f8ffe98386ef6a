import type { TranscriptEntry, Verdict } from '../contract/voice.ts';

/** What Lares heard after the wake word, and what it answered. */
export function printExchanges(entries: readonly TranscriptEntry[]): void {
  if (entries.length === 0) console.log('Lares heard no wake word, so it did nothing.');
  for (const entry of entries) console.log(exchangeText(entry));
}

/** Two lines for a terminal, with how sure the ear was of a command, and what the household said of it. */
export function exchangeText({ heard, reply, outcome, confidence, verdict }: TranscriptEntry): string {
  const sure = confidence === undefined ? '' : ` (${Math.round(confidence * 100)} % sure)`;
  const wrong = verdict === undefined ? '' : `, which was ${verdictText(verdict)}`;
  return `heard: ${heard === '' ? '(no words)' : heard}${sure}${wrong}\n${outcome}: ${reply}`;
}

function verdictText({ how, meant }: Verdict): string {
  if (how === 'not_called') return 'not meant for Lares';
  return meant === '' ? 'misheard' : `misheard: ${meant}`;
}
