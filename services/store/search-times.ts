import { clockPatterns, type Hours, hoursWithin, partPatterns } from './search-clock.ts';
import { dayPatterns, type Span } from './search-days.ts';

/** What a query says of time, and what is left of it. No spans: whenever. */
export interface Times {
  /** The newest first. */
  readonly spans: readonly Span[];
  readonly rest: string;
}

/** More than the days of a month are taken as one span. */
const mostDays = 31;
const always: Span = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
const hourMs = 3_600_000;

/**
 * Reads days and hours out of a query in English or German, by the local time of the house: “yesterday evening”, “am Freitag zwischen 8
 * und 10”, “last week”, “12 November”. Two days are the time from one to the other.
 */
export function timesOf(text: string, nowMs: number): Times {
  const now = new Date(nowMs);
  const ago = lately(text, nowMs);
  const nights = lastNight(ago.rest, now);
  const found = daysIn(nights.rest, now);
  const clock = firstOf(clockPatterns, found.rest, (reading, groups) => reading(groups));
  const part = firstOf(partPatterns, clock.rest, (hours) => hours);
  const hours = clock.value === null ? part.value : hoursWithin(clock.value, part.value);
  const { rest } = part;
  const direct = ago.value ?? (hours === null ? nights.value : null);
  if (direct !== null) return { spans: [direct], rest };
  const days = nights.value ?? found.days;
  if (hours === null) return { spans: days === null ? [] : [days], rest };
  return { spans: days === null ? [newestOf(hours, now)] : eachDay(days, hours), rest };
}

/** The last so many minutes or hours, or about so long ago. */
function lately(text: string, nowMs: number): Found<Span> {
  const count = '(\\d{1,4})\\s+';
  const unit = '(min|minutes?|minuten?|hours?|stunden?|days?|tagen?|tage|weeks?|wochen?)';
  const last = replaced(
    text,
    `(?:in |within )?(?:the |den |der |die )?(?:last|past|letzten?|vergangenen?)\\s+${count}${unit}`,
  );
  if (last !== null) {
    const [, n, name] = last.groups;
    return {
      value: { fromMs: nowMs - Number(n) * unitMs(name), toMs: Number.POSITIVE_INFINITY },
      rest: last.rest,
    };
  }
  const short = '(min|minutes?|minuten?|hours?|stunden?)';
  const ago = replaced(text, `${count}${short}\\s+ago`) ?? replaced(text, `vor\\s+${count}${short}`);
  if (ago === null) return { value: null, rest: text };
  const [, n, name] = ago.groups;
  const half = unitMs(name) / 2;
  const atMs = nowMs - Number(n) * unitMs(name);
  return { value: { fromMs: atMs - half, toMs: atMs + half }, rest: ago.rest };
}

function unitMs(name = ''): number {
  if (name.startsWith('min')) return 60_000;
  if (/^[hs]/u.test(name)) return hourMs;
  return name.startsWith('w') ? 7 * 24 * hourMs : 24 * hourMs;
}

/** The night that ended this morning, or the one that has begun. */
function lastNight(text: string, now: Date): Found<Span> {
  const last = replaced(text, 'last night|(?:letzte|vergangene|diese|heute)\\s+nacht|tonight');
  if (last === null) return { value: null, rest: text };
  const isNext = /tonight|heute|diese/u.test(last.groups[0] ?? '') && now.getHours() >= 18;
  const day = now.getDate() - (isNext ? 0 : 1);
  const at = (d: number, hour: number): number =>
    new Date(now.getFullYear(), now.getMonth(), d, hour).getTime();
  return { value: { fromMs: at(day, 20), toMs: at(day + 1, 6) }, rest: last.rest };
}

/** All days that are spoken of, as one span. */
function daysIn(text: string, now: Date): { readonly days: Span | null; readonly rest: string } {
  let rest = text;
  let days: Span | null = null;
  for (const [pattern, reading] of dayPatterns)
    for (let times = 0; times < 2; times += 1) {
      const found = replaced(
        rest,
        `(?:(?<bound>since|seit|ab|before|until|till|bis|vor)\\s+)?(?:(?:on|am|the|den|dem)\\s+)?(?:${pattern})`,
      );
      const span = found && reading([found.groups[0], ...found.groups.slice(2)], now);
      if (found === null || span === null) break;
      rest = found.rest;
      const bounded = within(span, found.groups[1]);
      days = days === null ? bounded : joined(days, bounded);
    }
  return { days, rest };
}

/** Since a day, or before it; “until” has the day in it. */
function within(span: Span, bound: string | undefined): Span {
  if (bound === undefined) return span;
  if (/^(since|seit|ab)$/u.test(bound)) return { ...span, toMs: always.toMs };
  if (/^(before|vor)$/u.test(bound)) return { fromMs: always.fromMs, toMs: span.fromMs };
  return { ...span, fromMs: always.fromMs };
}

/** “from Monday until Friday”: what is open on one side is closed by the other day. */
function joined(one: Span, other: Span): Span {
  const finite = (values: readonly number[]) => values.filter((value) => Number.isFinite(value));
  return {
    fromMs: Math.min(...finite([one.fromMs, other.fromMs])),
    toMs: Math.max(...finite([one.toMs, other.toMs])),
  };
}

/** The hours of each day, the newest first. Of a span without end, or a long one, all hours are meant. */
function eachDay({ fromMs, toMs }: Span, hours: Hours): Span[] {
  const count = Math.round((toMs - fromMs) / (24 * hourMs));
  if (!(count <= mostDays)) return [{ fromMs, toMs }];
  return Array.from({ length: count }, (_, day) => hoursOf(new Date(fromMs), day, hours)).reverse();
}

/** Today's, or yesterday's when they have not begun. */
function newestOf(hours: Hours, now: Date): Span {
  const today = hoursOf(now, 0, hours);
  return today.fromMs <= now.getTime() ? today : hoursOf(now, -1, hours);
}

/** By the clock on the wall, also on a day when it is put forward or back. */
function hoursOf(day: Date, offset: number, { from, to }: Hours): Span {
  const at = (hour: number): number =>
    new Date(
      day.getFullYear(),
      day.getMonth(),
      day.getDate() + offset,
      Math.trunc(hour),
      Math.round((hour % 1) * 60),
    ).getTime();
  return { fromMs: at(from), toMs: at(to) };
}

interface Found<T> {
  readonly value: T | null;
  readonly rest: string;
}

function firstOf<Said, T>(
  patterns: readonly (readonly [string, Said])[],
  text: string,
  read: (said: Said, groups: readonly (string | undefined)[]) => T | null,
): Found<T> {
  for (const [pattern, said] of patterns) {
    const found = replaced(text, pattern);
    const value = found && read(said, found.groups);
    if (found !== null && value !== null) return { value, rest: found.rest };
  }
  return { value: null, rest: text };
}

/** What stands as whole words is taken out of the text. */
function replaced(
  text: string,
  pattern: string,
): { readonly groups: readonly (string | undefined)[]; readonly rest: string } | null {
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu').exec(text);
  if (found === null) return null;
  return {
    groups: [...found],
    rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`,
  };
}
