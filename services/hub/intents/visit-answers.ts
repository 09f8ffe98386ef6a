import type { Event, Label } from '../../contract/event.ts';
import type { Reply, Slots } from '../../contract/intent.ts';
import { Speech } from './speech.ts';

/** What the house saw: visits, the newest first; those that last have no end. */
export interface Seen {
  readonly events: readonly Event[];
  readonly cameras: readonly { readonly id: string; readonly name: string }[];
  readonly nowMs: number;
}

/** A visit that ended longer ago is not worth telling when somebody asks who is there. */
const RECENT_MS = 60 * 60_000;

/** Something that came; an absence of a camera is none. */
export type VisitEvent = Event & { readonly label: Label };

export function isVisit(event: Event): event is VisitEvent {
  return event.label !== 'camera_offline' && event.label !== 'nothing';
}

/** Answers LaresWhoIsThere: at one camera, at any, or about one person. */
export function visitAnswer(slots: Slots, seen: Seen, speech: Speech = Speech.in('en')): Reply {
  const camera = slots.camera === undefined ? undefined : cameraNamed(slots.camera, seen);
  if (slots.camera !== undefined && camera === undefined)
    return { outcome: 'failed', text: speech.say('camera_unknown', { camera: speech.plain(slots.camera) }) };
  const here = seen.events
    .filter(isVisit)
    .filter(({ cameraId }) => camera === undefined || cameraId === camera.id);
  const answer = new VisitAnswer(seen, speech);
  if (slots.person !== undefined && slots.state === 'home') return answer.cameHome(slots.person, here);
  if (slots.person !== undefined) return answer.person(slots.person, here);
  return answer.present(here, camera?.name);
}

/** The camera of this name; capitals do not matter. */
export function cameraNamed(
  name: string,
  { cameras }: Pick<Seen, 'cameras'>,
): Seen['cameras'][number] | undefined {
  return cameras.find((camera) => camera.name.toLowerCase() === name.toLowerCase());
}

/** "Anna and 2 people I don't know". */
export function everybody(events: readonly VisitEvent[], speech: Speech): string {
  const names = events.flatMap(({ identity }) => (identity.kind === 'known' ? [identity.name] : []));
  const counts = { person: 0, vehicle: 0, animal: 0 };
  for (const { label, identity } of events) if (identity.kind !== 'known') counts[label]++;
  const one = { person: 'stranger', vehicle: 'vehicle', animal: 'animal' } as const;
  const many = { person: 'strangers', vehicle: 'vehicles', animal: 'animals' } as const;
  const others = (['person', 'vehicle', 'animal'] as const)
    .filter((label) => counts[label] > 0)
    .map((label) => speech.part(counts[label] === 1 ? one[label] : many[label], { n: counts[label] }));
  return speech.listed([...new Set(names), ...others]);
}

class VisitAnswer {
  readonly #seen: Seen;
  readonly #speech: Speech;

  constructor(seen: Seen, speech: Speech) {
    this.#seen = seen;
    this.#speech = speech;
  }

  present(here: readonly VisitEvent[], camera: string | undefined): Reply {
    const present = here.filter(({ endedAtMs }) => endedAtMs === null);
    const people = present.filter(({ label }) => label === 'person');
    const shown = people.length > 0 ? people : present;
    const [first] = shown;
    if (first === undefined) {
      const nobody = this.#speech.say('nobody', { place: this.#place(camera) });
      return { outcome: 'answered', text: `${nobody} ${this.#lately(here)}`.trim() };
    }
    const ids = [...new Set(shown.map(({ cameraId }) => cameraId))];
    const sentences = ids.map((id) => {
      const there = shown.filter(({ cameraId }) => cameraId === id);
      const values = { who: everybody(there, this.#speech), place: this.#place(this.#nameOf(id)) };
      return this.#speech.say(there.length === 1 ? 'are_one' : 'are_many', values);
    });
    return { outcome: 'answered', text: sentences.join(' '), showCamera: first.cameraId };
  }

  person(person: string, events: readonly VisitEvent[]): Reply {
    const last = events.find((event) => isCalled(event, person));
    if (last === undefined) return this.#notSeen(person);
    const who = last.identity.kind === 'known' ? last.identity.name : person;
    const place = this.#place(this.#nameOf(last.cameraId));
    if (last.endedAtMs === null)
      return {
        outcome: 'answered',
        text: this.#speech.say('is_now', { who, place }),
        showCamera: last.cameraId,
      };
    const text = this.#speech.say('last_seen', { who, place, ago: this.#ago(last.endedAtMs) });
    return { outcome: 'answered', text };
  }

  /** When somebody came last: the beginning of the newest visit, not its end. */
  cameHome(person: string, events: readonly VisitEvent[]): Reply {
    const last = events.find((event) => isCalled(event, person));
    if (last === undefined) return this.#notSeen(person);
    const who = last.identity.kind === 'known' ? last.identity.name : person;
    const place = this.#place(this.#nameOf(last.cameraId));
    const isToday = new Date(last.beganAtMs).toDateString() === new Date(this.#seen.nowMs).toDateString();
    const text = isToday
      ? this.#speech.say('came', { who, place, time: this.#speech.time(last.beganAtMs) })
      : this.#speech.say('last_seen', { who, place, ago: this.#ago(last.beganAtMs) });
    return { outcome: 'answered', text };
  }

  #notSeen(who: string): Reply {
    return { outcome: 'answered', text: this.#speech.say('not_seen', { who }) };
  }

  #lately(events: readonly VisitEvent[]): string {
    const { nowMs } = this.#seen;
    const last = events.find(
      ({ label, endedAtMs }) => label === 'person' && endedAtMs !== null && nowMs - endedAtMs < RECENT_MS,
    );
    if (last === undefined) return '';
    const place = this.#place(this.#nameOf(last.cameraId));
    const ago = this.#ago(last.endedAtMs ?? nowMs);
    return this.#speech.say('was', { who: everybody([last], this.#speech), place, ago });
  }

  #nameOf(id: string): string | undefined {
    return this.#seen.cameras.find((camera) => camera.id === id)?.name;
  }

  #place(camera: string | undefined): string {
    if (camera === undefined) return this.#speech.part('there');
    const isCamera = /(\bcam(era)?|kamera)$/i.test(camera);
    return this.#speech.part(isCamera ? 'on_camera' : 'at_camera', { camera: this.#speech.the(camera) });
  }

  #ago(thenMs: number): string {
    return this.#speech.ago(Math.max(0, this.#seen.nowMs - thenMs));
  }
}

function isCalled({ identity }: VisitEvent, person: string): boolean {
  return identity.kind === 'known' && identity.name.toLowerCase() === person.toLowerCase();
}
