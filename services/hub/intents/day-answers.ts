import type { Event } from '../../contract/event.ts';
import type { Reply } from '../../contract/intent.ts';
import type { Speech } from './speech.ts';
import { everybody, isVisit, type Seen, type VisitEvent } from './visit-answers.ts';

/** Answers LaresWhatHappened: who came today and how often, known people by name, and cameras that were away. */
export function dayAnswer({ events, nowMs }: Omit<Seen, 'cameras'>, speech: Speech): Reply {
  const midnight = new Date(nowMs).setHours(0, 0, 0, 0);
  const today = events.filter(({ beganAtMs }) => beganAtMs >= midnight && beganAtMs <= nowMs);
  const visits = today.filter(isVisit);
  const parts = [...knownPeople(visits, speech), ...others(visits, speech), ...absences(today, speech)];
  if (parts.length === 0) return { outcome: 'answered', text: speech.say('today_nothing') };
  return { outcome: 'answered', text: speech.say('today', { list: speech.listed(parts) }) };
}

function knownPeople(visits: readonly VisitEvent[], speech: Speech): readonly string[] {
  const byName = new Map<string, VisitEvent[]>();
  for (const visit of visits)
    if (visit.identity.kind === 'known')
      byName.set(visit.identity.name, [...(byName.get(visit.identity.name) ?? []), visit]);
  return [...byName].map(([who, all]) =>
    speech.part('today_people', { who, times: times(all.length, speech), time: lastTime(all, speech) }),
  );
}

function others(visits: readonly VisitEvent[], speech: Speech): readonly string[] {
  const unknown = visits.filter(({ identity }) => identity.kind !== 'known');
  return (['person', 'vehicle', 'animal'] as const).flatMap((label) => {
    const all = unknown.filter((visit) => visit.label === label);
    if (all.length === 0) return [];
    const strangers = speech.part(all.length === 1 ? 'visits_one' : 'visits_many', { n: all.length });
    const what = label === 'person' ? strangers : everybody(all, speech);
    return [speech.part('today_other', { what, time: lastTime(all, speech) })];
  });
}

function absences(today: readonly Event[], speech: Speech): readonly string[] {
  const n = today.filter(({ label }) => label === 'camera_offline').length;
  return n === 0 ? [] : [speech.part(n === 1 ? 'offline_one' : 'offline_many', { n })];
}

function times(n: number, speech: Speech): string {
  return n === 1 ? speech.part('once') : speech.part('times', { n });
}

function lastTime(events: readonly Event[], speech: Speech): string {
  return speech.time(Math.max(...events.map(({ beganAtMs }) => beganAtMs)));
}
