import type { Event, Label } from '../contract/event.ts';
import type { Reply, Slots } from '../contract/intent.ts';
import { capitalised, duration, listed, plainName, theName } from './spoken.ts';

/** What the house saw: visits, the newest first; those that last have no end. */
export interface Seen {
  readonly events: readonly Event[];
  readonly cameras: readonly { readonly id: string; readonly name: string }[];
  readonly nowMs: number;
}

/** A visit that ended longer ago is not worth telling when somebody asks who is there. */
const RECENT_MS = 60 * 60_000;

/** Something that came; an absence of a camera is none. */
type VisitEvent = Event & { readonly label: Label };

function isVisit(event: Event): event is VisitEvent {
  return event.label !== 'camera_offline';
}

/** Answers LaresWhoIsThere: at one camera, at any, or about one person. */
export function visitAnswer(slots: Slots, seen: Seen): Reply {
  const camera = slots.camera === undefined ? undefined : cameraNamed(slots.camera, seen);
  if (slots.camera !== undefined && camera === undefined)
    return { outcome: 'failed', text: `I don't know a camera called ${plainName(slots.camera)}.` };
  const here = seen.events
    .filter(isVisit)
    .filter(({ cameraId }) => camera === undefined || cameraId === camera.id);
  if (slots.person !== undefined) return personAnswer(slots.person, here, seen);
  const present = here.filter(({ endedAtMs }) => endedAtMs === null);
  const people = present.filter(({ label }) => label === 'person');
  const shown = people.length > 0 ? people : present;
  const [first] = shown;
  if (first === undefined)
    return { outcome: 'answered', text: `Nobody is ${place(camera?.name)}. ${lately(here, seen)}`.trim() };
  const text = placesOf(shown, seen)
    .map(({ name, events }) => `${everybody(events)} ${events.length === 1 ? 'is' : 'are'} ${place(name)}.`)
    .join(' ');
  return { outcome: 'answered', text, showCamera: first.cameraId };
}

/** The camera of this name; capitals do not matter. */
export function cameraNamed(
  name: string,
  { cameras }: Pick<Seen, 'cameras'>,
): Seen['cameras'][number] | undefined {
  return cameras.find((camera) => camera.name.toLowerCase() === name.toLowerCase());
}

function personAnswer(person: string, events: readonly VisitEvent[], seen: Seen): Reply {
  const last = events.find(
    ({ identity }) => identity.kind === 'known' && identity.name.toLowerCase() === person.toLowerCase(),
  );
  if (last === undefined) return { outcome: 'answered', text: `I have not seen ${person} lately.` };
  const where = place(nameOf(last, seen));
  const name = last.identity.kind === 'known' ? last.identity.name : person;
  if (last.endedAtMs !== null)
    return {
      outcome: 'answered',
      text: `I last saw ${name} ${where}, ${ago(last.endedAtMs, seen.nowMs)}.`,
    };
  return { outcome: 'answered', text: `${name} is ${where} now.`, showCamera: last.cameraId };
}

function lately(events: readonly VisitEvent[], seen: Seen): string {
  const last = events.find(
    ({ label, endedAtMs }) => label === 'person' && endedAtMs !== null && seen.nowMs - endedAtMs < RECENT_MS,
  );
  if (last === undefined) return '';
  return `${everybody([last])} was ${place(nameOf(last, seen))} ${ago(last.endedAtMs ?? seen.nowMs, seen.nowMs)}.`;
}

function placesOf(
  events: readonly VisitEvent[],
  seen: Seen,
): readonly { name: string | undefined; events: readonly VisitEvent[] }[] {
  const ids = [...new Set(events.map(({ cameraId }) => cameraId))];
  return ids.map((id) => {
    const there = events.filter(({ cameraId }) => cameraId === id);
    return { name: there[0] && nameOf(there[0], seen), events: there };
  });
}

function nameOf({ cameraId }: Event, { cameras }: Seen): string | undefined {
  return cameras.find(({ id }) => id === cameraId)?.name;
}

/** "Anna and 2 people I don't know". */
function everybody(events: readonly VisitEvent[]): string {
  const names = events.flatMap(({ identity }) => (identity.kind === 'known' ? [identity.name] : []));
  const counts = { person: 0, vehicle: 0, animal: 0 };
  for (const { label, identity } of events) if (identity.kind !== 'known') counts[label]++;
  const strangers = counts.person < 2 ? "somebody I don't know" : `${counts.person} people I don't know`;
  const others = (['vehicle', 'animal'] as const)
    .filter((label) => counts[label] > 0)
    .map((label) =>
      counts[label] === 1 ? `${label === 'animal' ? 'an' : 'a'} ${label}` : `${counts[label]} ${label}s`,
    );
  return capitalised(listed([...new Set(names), ...(counts.person > 0 ? [strangers] : []), ...others]));
}

function place(camera: string | undefined): string {
  if (camera === undefined) return 'there';
  return /\bcam(era)?$/i.test(camera) ? `on ${theName(camera)}` : `at ${theName(camera)}`;
}

function ago(thenMs: number, nowMs: number): string {
  const ms = Math.max(0, nowMs - thenMs);
  if (ms < 60_000) return 'a moment ago';
  return ms < 24 * 60 * 60_000 ? `${duration(Math.round(ms / 60_000) * 60_000)} ago` : 'more than a day ago';
}
