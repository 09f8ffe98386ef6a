import { initTRPC } from '@trpc/server';
import { ByEvent, CountEvents, KeepEvent, NewestEvents } from '../../services/contract/api.ts';
import type { Event } from '../../services/contract/event.ts';
import { SearchQuery, type SearchPage } from '../../services/contract/search.ts';
import {
  ClipsBetween,
  EventAmong,
  type EventFilter,
  EventFilter as AnyFilter,
  EventSpan,
  EventWindow,
  MistakenEvent,
} from '../../services/contract/timeline.ts';
import { newsOf } from '../../services/hub/news.ts';
import { daysOf } from '../../services/hub/timeline/days.ts';
import { recordedSpans } from '../../services/hub/timeline/recorded-spans.ts';
import type { FixtureHouse } from './fixture-house.ts';
import { eventOf, refuse } from './fixture-people.ts';

const t = initTRPC.context<{ readonly house: FixtureHouse }>().create();
const hourMs = 3_600_000;

const inside = t.procedure.use(async ({ ctx, path, getRawInput, next, type }) => {
  if (type === 'mutation') ctx.house.asked.push(`${path} ${JSON.stringify(await getRawInput())}`);
  if (ctx.house.health.key.kind === 'locked') refuse('The house is locked. Give its passphrase first.');
  if (ctx.house.eventsTrouble !== null && type !== 'subscription') refuse(ctx.house.eventsTrouble);
  return next({ ctx });
});

function fits(event: Event, { cameraId, personId, label, zone, kept }: EventFilter): boolean {
  return (
    (cameraId === undefined || event.cameraId === cameraId) &&
    (label === undefined || event.label === label) &&
    (zone === undefined || event.zones?.includes(zone) === true) &&
    (kept === undefined || event.kept === true) &&
    (personId === undefined || (event.identity.kind === 'known' && event.identity.personId === personId))
  );
}

/** Those that fit and began in the span, newest first. */
function among(house: FixtureHouse, { fromMs, toMs, ...filter }: EventSpan): readonly Event[] {
  return house.events
    .filter((event) => event.beganAtMs >= fromMs && event.beganAtMs < toMs && fits(event, filter))
    .toSorted((a, b) => b.beganAtMs - a.beganAtMs);
}

const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

export const fixtureEvents = t.router({
  newest: inside.input(NewestEvents).query(({ ctx, input: { limit, beforeMs, cameraId, personId } }) => {
    const filter = {
      ...(cameraId === undefined ? {} : { cameraId }),
      ...(personId === undefined ? {} : { personId }),
    };
    return among(ctx.house, { ...always, toMs: beforeMs ?? always.toMs, ...filter }).slice(0, limit);
  }),
  get: inside.input(ByEvent).query(({ ctx, input }) => eventOf(ctx.house, input.eventId)),
  watch: inside.subscription(({ ctx, signal }) => newsOf(ctx.house.eventsChanged, { signal, keep: 100 })),
  remove: inside.input(ByEvent).mutation(({ ctx, input }) => {
    ctx.house.putEvent(eventOf(ctx.house, input.eventId), 'deleted');
  }),
  keep: inside.input(KeepEvent).mutation(({ ctx, input }) => {
    const { kept: _kept, ...event } = eventOf(ctx.house, input.eventId);
    const changed = input.kept ? { ...event, kept: true } : event;
    ctx.house.putEvent(changed, 'updated');
    return changed;
  }),
  mistaken: inside.input(MistakenEvent).mutation(({ ctx, input }) => {
    const event = eventOf(ctx.house, input.eventId);
    const before = ctx.house.mistakes.get(event.id) ?? event;
    const nothing = { ...event, label: 'nothing', identity: { kind: 'no_face' } } as const;
    ctx.house.mistakes.set(event.id, before);
    const changed = input.mistaken ? nothing : before;
    ctx.house.putEvent(changed, 'updated');
    return changed;
  }),
  days: inside.input(AnyFilter.prefault({})).query(({ ctx, input }) => {
    const found = among(ctx.house, { ...always, ...input });
    return daysOf(found.map(({ beganAtMs }) => ({ atMs: beganAtMs, events: 1 })));
  }),
  window: inside
    .input(EventWindow)
    .query(({ ctx, input: { offset, limit, ...span } }) =>
      among(ctx.house, span).slice(offset, offset + limit),
    ),
  count: inside.input(EventSpan).query(({ ctx, input }) => among(ctx.house, input).length),
  beside: inside.input(EventAmong).query(({ ctx, input: { eventId, ...filter } }) => {
    const { beganAtMs } = eventOf(ctx.house, eventId);
    const others = among(ctx.house, { ...always, ...filter }).filter(({ id }) => id !== eventId);
    return {
      earlier: others.find((each) => each.beganAtMs < beganAtMs)?.id ?? null,
      later: others.findLast((each) => each.beganAtMs > beganAtMs)?.id ?? null,
    };
  }),
  counts: inside.input(CountEvents).query(({ ctx, input: { cameraId, ...span } }) => {
    const found = among(ctx.house, { ...span, ...(cameraId === undefined ? {} : { cameraId }) });
    const hours = Map.groupBy(found, (event) => Math.floor(event.beganAtMs / hourMs) * hourMs);
    return [...hours].flatMap(([atMs, ofHour]) =>
      [...Map.groupBy(ofHour, ({ label }) => label)].map(([label, each]) => ({
        ...{ hourMs: atMs, label, events: each.length },
      })),
    );
  }),
  search: inside.input(SearchQuery).query(({ ctx, input }) => searched(ctx.house, input)),
});

/** Words of names and labels only; “yesterday” is understood, to have something to show. */
function searched(house: FixtureHouse, { text, limit }: SearchQuery): SearchPage {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'yesterday');
  const today = new Date().setHours(0, 0, 0, 0);
  const span = { fromMs: today - 24 * hourMs, toMs: today };
  const spans = text.toLowerCase().includes('yesterday') ? [span] : [];
  const has = (...texts: readonly string[]): boolean =>
    words.every((word) => texts.some((each) => each.toLowerCase().includes(word)));
  const events = among(house, spans[0] ?? always)
    .filter(({ label, cameraId, identity }) =>
      has(label, cameraId, identity.kind === 'known' ? identity.name : ''),
    )
    .map((event) => ({ kind: 'event' as const, event }));
  const entries = house.transcript
    .filter(({ heard, reply }) => spans.length === 0 && has(heard, reply))
    .map((entry) => ({ kind: 'exchange' as const, entry }));
  return { results: [...entries, ...events].slice(0, limit), words, spans, next: null };
}

export const fixtureClips = t.router({
  ofEvent: inside
    .input(ByEvent)
    .query(({ ctx, input }) => ctx.house.clips.filter(({ eventId }) => eventId === input.eventId)),
  spans: inside
    .input(ClipsBetween)
    .query(({ ctx, input: { cameraId, fromMs, untilMs } }) =>
      recordedSpans(
        ctx.house.clips.filter(
          (clip) => clip.cameraId === cameraId && clip.startedAtMs < untilMs && clip.startedAtMs > fromMs,
        ),
      ),
    ),
});
