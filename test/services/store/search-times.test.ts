import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timesOf } from '../../../services/store/search-times.ts';
import { wordsOf } from '../../../services/store/search-words.ts';

const zone = process.env['TZ'];

beforeAll(() => {
  process.env['TZ'] = 'Europe/Berlin';
});

afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

/** Wednesday, the 18th of November 2026, a quarter past three. */
const now = (): number => new Date(2026, 10, 18, 15, 15).getTime();

function local(ms: number): string {
  if (!Number.isFinite(ms)) return ms < 0 ? 'ever' : 'now';
  const date = new Date(ms);
  const two = (value: number): string => `${value}`.padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `words: from – to, from – to`, in local time. */
function read(text: string, nowMs = now()): string {
  const { spans, rest } = timesOf(text, nowMs);
  const times = spans.map(({ fromMs, toMs }) => `${local(fromMs)} – ${local(toMs)}`).join(', ');
  return `${wordsOf(rest).join(' ')}: ${times}`;
}

describe('times in a query', () => {
  it.each([
    ['car', 'car: '],
    ['car yesterday evening', 'car: 2026-11-17 17:00 – 2026-11-18 00:00'],
    ['auto gestern abend', 'auto: 2026-11-17 17:00 – 2026-11-18 00:00'],
    ['who opened the garage', 'who opened garage: '],
    ['wer hat die garage geöffnet', 'wer garage geöffnet: '],
    ['anna on friday', 'anna: 2026-11-13 00:00 – 2026-11-14 00:00'],
    ['anna am freitag', 'anna: 2026-11-13 00:00 – 2026-11-14 00:00'],
    ['anna on wednesday', 'anna: 2026-11-18 00:00 – 2026-11-19 00:00'],
    ['anna last wednesday', 'anna: 2026-11-11 00:00 – 2026-11-12 00:00'],
    ['letzten mittwoch', ': 2026-11-11 00:00 – 2026-11-12 00:00'],
    ['today', ': 2026-11-18 00:00 – 2026-11-19 00:00'],
    ['the day before yesterday', ': 2026-11-16 00:00 – 2026-11-17 00:00'],
    ['vorgestern nachmittag', ': 2026-11-16 12:00 – 2026-11-16 18:00'],
    ['last week', ': 2026-11-09 00:00 – 2026-11-16 00:00'],
    ['letzte woche', ': 2026-11-09 00:00 – 2026-11-16 00:00'],
    ['this week', ': 2026-11-16 00:00 – 2026-11-23 00:00'],
    ['last month', ': 2026-10-01 00:00 – 2026-11-01 00:00'],
    ['im märz', ': 2026-03-01 00:00 – 2026-04-01 00:00'],
    ['in december', ': 2025-12-01 00:00 – 2026-01-01 00:00'],
    ['am wochenende', ': 2026-11-14 00:00 – 2026-11-16 00:00'],
    ['12 november', ': 2026-11-12 00:00 – 2026-11-13 00:00'],
    ['on the 12th of november', ': 2026-11-12 00:00 – 2026-11-13 00:00'],
    ['November 12, 2024', ': 2024-11-12 00:00 – 2024-11-13 00:00'],
    ['am 12. november', ': 2026-11-12 00:00 – 2026-11-13 00:00'],
    ['am 12.11.', ': 2026-11-12 00:00 – 2026-11-13 00:00'],
    ['12.11.25', ': 2025-11-12 00:00 – 2025-11-13 00:00'],
    ['2026-02-28', ': 2026-02-28 00:00 – 2026-03-01 00:00'],
    ['20 november', ': 2025-11-20 00:00 – 2025-11-21 00:00'],
    ['29 february', ': 2024-02-29 00:00 – 2024-03-01 00:00'],
    ['31 february', '31 february: '],
    ['3 days ago', ': 2026-11-15 00:00 – 2026-11-16 00:00'],
    ['vor 3 tagen', ': 2026-11-15 00:00 – 2026-11-16 00:00'],
    ['vor 2 wochen', ': 2026-11-02 00:00 – 2026-11-09 00:00'],
    ['2 hours ago', ': 2026-11-18 12:45 – 2026-11-18 13:45'],
    ['in the last 2 hours', ': 2026-11-18 13:15 – now'],
    ['in den letzten 30 minuten', ': 2026-11-18 14:45 – now'],
    ['since yesterday', ': 2026-11-17 00:00 – now'],
    ['seit montag', ': 2026-11-16 00:00 – now'],
    ['before 12.11.2026', ': ever – 2026-11-12 00:00'],
    ['until monday', ': ever – 2026-11-17 00:00'],
    ['from monday until tuesday', ': 2026-11-16 00:00 – 2026-11-18 00:00'],
    ['von montag bis dienstag', ': 2026-11-16 00:00 – 2026-11-18 00:00'],
    ['between 8 and 10', ': 2026-11-18 08:00 – 2026-11-18 10:00'],
    ['zwischen 8 und 10 uhr', ': 2026-11-18 08:00 – 2026-11-18 10:00'],
    ['between 8 and 10 in the evening', ': 2026-11-17 20:00 – 2026-11-17 22:00'],
    ['yesterday between 8 and 10 pm', ': 2026-11-17 20:00 – 2026-11-17 22:00'],
    ['gestern von 22:30 bis 1', ': 2026-11-17 22:30 – 2026-11-18 01:00'],
    ['after 18:00', ': 2026-11-17 18:00 – 2026-11-18 00:00'],
    ['yesterday before 7 am', ': 2026-11-17 00:00 – 2026-11-17 07:00'],
    ['um 8 uhr', ': 2026-11-18 08:00 – 2026-11-18 09:00'],
    ['at 26 elm street', '26 elm street: '],
    ['this morning', ': 2026-11-18 05:00 – 2026-11-18 12:00'],
    ['gestern morgen', ': 2026-11-17 05:00 – 2026-11-17 12:00'],
    ['evening', ': 2026-11-17 17:00 – 2026-11-18 00:00'],
    ['last night', ': 2026-11-17 20:00 – 2026-11-18 06:00'],
    ['letzte nacht', ': 2026-11-17 20:00 – 2026-11-18 06:00'],
    ['gestern nacht', ': 2026-11-17 22:00 – 2026-11-18 06:00'],
    ['', ': '],
    ['%_"* OR NEAR( ^', 'near: '],
  ])('%s', (text, expected) => {
    expect(read(text.toLowerCase())).toBe(expected);
  });

  it('are hours of each day where there are several, the newest first', () => {
    expect(read('from monday until tuesday between 8 and 10')).toBe(
      ': 2026-11-17 08:00 – 2026-11-17 10:00, 2026-11-16 08:00 – 2026-11-16 10:00',
    );
    expect(timesOf('last month in the evening', now()).spans).toHaveLength(31);
  });

  it('go by the clock on the wall when that is put forward and back', () => {
    const spring = new Date(2026, 2, 30, 12).getTime();
    const sunday = timesOf('yesterday', spring).spans;
    expect(sunday.map(({ fromMs, toMs }) => (toMs - fromMs) / 3_600_000)).toEqual([23]);
    expect(read('yesterday between 8 and 10', spring)).toBe(': 2026-03-29 08:00 – 2026-03-29 10:00');
    const autumn = new Date(2026, 9, 26, 12).getTime();
    expect(timesOf('yesterday', autumn).spans.map(({ fromMs, toMs }) => (toMs - fromMs) / 3_600_000)).toEqual(
      [25],
    );
    expect(read('yesterday evening', autumn)).toBe(': 2026-10-25 17:00 – 2026-10-26 00:00');
    expect(timesOf('last month in the evening', new Date(2026, 10, 2).getTime()).spans).toHaveLength(31);
    expect(read('last night', new Date(2026, 2, 29, 8).getTime())).toBe(
      ': 2026-03-28 20:00 – 2026-03-29 06:00',
    );
  });
});
