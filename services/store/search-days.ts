/** From and up to, milliseconds since 1970; `toMs` is not in it any more. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Months and weekdays in both languages, by their first letters. */
const months = [
  'jan',
  'feb',
  'm(?:ar|är)',
  'apr',
  'ma[yi]',
  'jun',
  'jul',
  'aug',
  'sep',
  'o[ck]t',
  'nov',
  'de[cz]',
];
const month =
  'january|januar|february|februar|march|märz|april|may|mai|june|juni|july|juli|august|september|october|oktober|november|december|dezember';
const weekdays = [
  ['sunday', 'sonntag'],
  ['monday', 'montag'],
  ['tuesday', 'dienstag'],
  ['wednesday', 'mittwoch'],
  ['thursday', 'donnerstag'],
  ['friday', 'freitag'],
  ['saturday', 'samstag', 'sonnabend'],
];
const lastWord = 'last|letzten?|letzter|letztes|letztem|vergangenen?|vergangener|vergangenes';

type Reading = (found: readonly (string | undefined)[], now: Date) => Span | null;

/** How days are spoken of, in English and German, and which local calendar days are meant. What is longer comes first. */
export const dayPatterns: readonly (readonly [pattern: string, reading: Reading])[] = [
  ['(\\d{4})-(\\d{1,2})-(\\d{1,2})', ([, year, m, day], now) => date({ year, month: Number(m), day }, now)],
  [
    '(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?:\\s?(\\d{4}|\\d{2}))?',
    ([, day, m, year], now) => date({ year, month: Number(m), day }, now),
  ],
  [
    `(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(${month})(?:,?\\s+(\\d{4}))?`,
    ([, day, name, year], now) => date({ year, month: monthOf(name), day }, now),
  ],
  [
    `(${month})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?`,
    ([, name, day, year], now) => date({ year, month: monthOf(name), day }, now),
  ],
  [`(?:in|im)\\s+(${month})(?:\\s+(\\d{4}))?`, ([, name, year], now) => wholeMonth(monthOf(name), year, now)],
  ['the day before yesterday|day before yesterday|vorgestern', (_, now) => daysAgo(2, now)],
  ['yesterday|gestern', (_, now) => daysAgo(1, now)],
  ['today|heute', (_, now) => daysAgo(0, now)],
  [
    '(\\d{1,4})\\s+days?\\s+ago|vor\\s+(\\d{1,4})\\s+tag(?:en)?',
    ([, en, de], now) => daysAgo(Number(en ?? de), now),
  ],
  [
    '(\\d{1,3})\\s+weeks?\\s+ago|vor\\s+(\\d{1,3})\\s+wochen?',
    ([, en, de], now) => week(Number(en ?? de), now),
  ],
  [`(?:${lastWord})\\s+(?:week|woche)`, (_, now) => week(1, now)],
  ['(?:this|dieser?)\\s+(?:week|woche)', (_, now) => week(0, now)],
  [`(?:${lastWord})\\s+(?:month|monat)`, (_, now) => monthsAgo(1, now)],
  ['(?:this|diese[nmrs]?)\\s+(?:month|monat)', (_, now) => monthsAgo(0, now)],
  [`(?:(?:${lastWord})\\s+)?(?:weekend|wochenende)`, (_, now) => weekend(now)],
  ...weekdays.map((names, day): readonly [string, Reading] => [
    `(?:(${lastWord})\\s+)?(?:${names.join('|')})`,
    ([, last], now) => weekday(day, last !== undefined, now),
  ]),
];

/** The local calendar day so many days before now's, which daylight saving time may make longer or shorter than 24 hours. */
function daysAgo(count: number, now: Date): Span {
  return days(now, -count, 1);
}

function days(now: Date, offset: number, count: number): Span {
  const [year, m, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  return {
    fromMs: new Date(year, m, day + offset).getTime(),
    toMs: new Date(year, m, day + offset + count).getTime(),
  };
}

/** Monday to Sunday. */
function week(ago: number, now: Date): Span {
  return days(now, -((now.getDay() + 6) % 7) - 7 * ago, 7);
}

/** The newest one that has begun. */
function weekend(now: Date): Span {
  return days(now, -((now.getDay() + 1) % 7), 2);
}

function weekday(day: number, last: boolean, now: Date): Span {
  const ago = (now.getDay() - day + 7) % 7;
  return daysAgo(ago === 0 && last ? 7 : ago, now);
}

function monthsAgo(ago: number, now: Date): Span {
  const [year, m] = [now.getFullYear(), now.getMonth() - ago];
  return { fromMs: new Date(year, m).getTime(), toMs: new Date(year, m + 1).getTime() };
}

/** Without a year the newest that has begun. */
function wholeMonth(number: number, year: string | undefined, now: Date): Span {
  const of = (y: number): Span => ({
    fromMs: new Date(y, number - 1).getTime(),
    toMs: new Date(y, number).getTime(),
  });
  if (year !== undefined) return of(Number(year));
  const thisYear = of(now.getFullYear());
  return thisYear.fromMs <= now.getTime() ? thisYear : of(now.getFullYear() - 1);
}

interface Written {
  readonly year: string | undefined;
  readonly month: number;
  readonly day: string | undefined;
}

/** Null for a day that no calendar has; without a year the newest that has begun. */
function date(written: Written, now: Date): Span | null {
  const day = Number(written.day);
  const of = (year: number): Span | null => {
    const from = new Date(year, written.month - 1, day);
    if (from.getMonth() !== written.month - 1 || from.getDate() !== day) return null;
    return { fromMs: from.getTime(), toMs: new Date(year, written.month - 1, day + 1).getTime() };
  };
  if (written.year !== undefined) return of(Number(written.year) + (written.year.length === 2 ? 2000 : 0));
  const thisYear = of(now.getFullYear());
  if (thisYear !== null && thisYear.fromMs <= now.getTime()) return thisYear;
  // The 29th of February was up to eight years ago.
  for (let ago = 1; ago <= 8; ago += 1) {
    const found = of(now.getFullYear() - ago);
    if (found !== null) return found;
  }
  return null;
}

function monthOf(name: string | undefined): number {
  return months.findIndex((start) => new RegExp(`^${start}`, 'iu').test(name ?? '')) + 1;
}
