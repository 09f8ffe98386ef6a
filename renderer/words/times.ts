import { inLocale, locale } from './locale.ts';
import { words } from './words.ts';

/** In English as the device tells the time, which may speak another language; German knows one way. */
const clockFormat = inLocale(
  (locale) => new Intl.DateTimeFormat(words.language === 'en' ? undefined : locale, { timeStyle: 'short' }),
);
const dayFormat = inLocale(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
);
const shortDayFormat = inLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
);
const dateFormat = inLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
const agoFormat = inLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** 14:05, in the habit of the device. */
export function clock(ms: number): string {
  return clockFormat().format(ms);
}

export function date(ms: number): string {
  return dateFormat().format(ms);
}

/** Whole calendar days between two times; 0 is the same day. */
function daysBetween(ms: number, nowMs: number): number {
  return Math.round(
    (new Date(nowMs).setHours(0, 0, 0, 0) - new Date(ms).setHours(0, 0, 0, 0)) / (24 * hourMs),
  );
}

/** Today, Yesterday, or Friday 1 August. */
export function day(ms: number, nowMs: number): string {
  const days = daysBetween(ms, nowMs);
  if (days === 0) return words.when.today;
  return days === 1 ? words.when.yesterday : dayFormat().format(ms);
}

export function longDay(ms: number): string {
  return dayFormat().format(ms);
}

/** 1 Aug. */
export function shortDay(ms: number): string {
  return shortDayFormat().format(ms);
}

/** 14:05 today, else 1 Aug, 14:05. */
export function moment(ms: number, nowMs: number): string {
  return daysBetween(ms, nowMs) === 0 ? clock(ms) : `${shortDayFormat().format(ms)}, ${clock(ms)}`;
}

/** "just now", "4 minutes ago", "2 hours ago", then the time of day or the date. */
export function ago(ms: number, nowMs: number): string {
  const pastMs = nowMs - ms;
  if (pastMs < minuteMs) return words.when.justNow;
  if (pastMs < hourMs) return agoFormat().format(-Math.floor(pastMs / minuteMs), 'minute');
  if (pastMs < 6 * hourMs) return agoFormat().format(-Math.floor(pastMs / hourMs), 'hour');
  const days = daysBetween(ms, nowMs);
  if (days === 1) return `${words.when.yesterday}, ${clock(ms)}`;
  return moment(ms, nowMs);
}

/** "in 5 days", "in 3 hours", "in 1 minute": the time until something, never less than a minute. */
export function within(ms: number, nowMs: number): string {
  const leftMs = Math.max(minuteMs, ms - nowMs);
  if (leftMs < hourMs) return agoFormat().format(Math.round(leftMs / minuteMs), 'minute');
  if (leftMs < 24 * hourMs) return agoFormat().format(Math.round(leftMs / hourMs), 'hour');
  return agoFormat().format(Math.round(leftMs / (24 * hourMs)), 'day');
}

/** "42 seconds", "4 minutes", "1 hour 5 minutes". Never negative. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return unit(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return unit(minutes, 'minute');
  const rest = minutes % 60;
  const hours = unit(Math.floor(minutes / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`;
}

/** "35 minutes", "20 hours", "3 days": about how long. */
export function roughly(hours: number): string {
  if (hours >= 36) return unit(Math.round(hours / 24), 'day');
  // What was tried for half an hour must not be told as an hour.
  if (hours < 0.95) return unit(Math.max(5, Math.floor(hours * 12) * 5), 'minute');
  const step = hours > 12 ? 5 : 1;
  return unit(Math.max(1, Math.round(hours / step) * step), 'hour');
}

/** "5 minutes" */
export function inMinutes(value: number): string {
  return unit(value, 'minute');
}

/** "7 days" */
export function inDays(value: number): string {
  return unit(value, 'day');
}

/** 0:37, 12:05, 1:02:03: a place in a recording. */
export function playTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 0.001));
  const two = (value: number): string => `${value}`.padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours === 0 ? `${minutes}:${two(whole % 60)}` : `${hours}:${two(minutes)}:${two(whole % 60)}`;
}

function unit(value: number, name: 'second' | 'minute' | 'hour' | 'day'): string {
  return new Intl.NumberFormat(locale(), { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
}
