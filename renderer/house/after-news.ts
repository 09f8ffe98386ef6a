import type { Event, EventChange } from '../../services/contract/event.ts';
import type { TranscriptEntry } from '../../services/contract/voice.ts';

const keptEvents = 200;
const keptEntries = 50;

/** The list after a change, newest first; an event that is already there is replaced. */
export function eventsAfter(events: readonly Event[], { change, event }: EventChange): Event[] {
  const others = events.filter((each) => each.id !== event.id);
  if (change === 'deleted') return others;
  // Retold events may be older than what was loaded: there would be a gap before them.
  const isLoaded = others.length < events.length || event.beganAtMs >= (events.at(-1)?.beganAtMs ?? 0);
  if (!isLoaded) return others;
  return [event, ...others].sort((a, b) => b.beganAtMs - a.beganAtMs).slice(0, keptEvents);
}

/** What was said lately, newest first; an entry that is told again, since somebody judged it, stays where it is. */
export function entriesAfter<T extends Pick<TranscriptEntry, 'id'>>(entries: readonly T[], entry: T): T[] {
  if (entries.some((each) => each.id === entry.id))
    return entries.map((each) => (each.id === entry.id ? entry : each));
  return [entry, ...entries].slice(0, keptEntries);
}

/** Whether this was said just now, and is not an older entry that is told again. */
export function isJustSaid(entries: readonly TranscriptEntry[] | undefined, entry: TranscriptEntry): boolean {
  return entry.verdict === undefined && (entries ?? []).every(({ id }) => id !== entry.id);
}

type Named = readonly { readonly id: string; readonly name: string }[];

/** Whether everybody who was there still is, by the same name. */
export function namesAgree(before: Named | undefined, after: Named): boolean {
  return (before ?? []).every(({ id, name }) => after.some((one) => one.id === id && one.name === name));
}
