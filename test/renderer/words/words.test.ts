import { afterEach, expect, it } from 'vitest';
import { de } from '../../../renderer/words/de.ts';
import { en } from '../../../renderer/words/en.ts';
import { degrees, percent, rate, smallPercent } from '../../../renderer/words/numbers.ts';
import { ago, clock, day, duration, moment, within } from '../../../renderer/words/times.ts';
import { alarmsWords } from '../../../renderer/words/wake-figures.ts';
import { onSpoken, speak, words } from '../../../renderer/words/words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

afterEach(() => speak('en'));

/** Every text by its path; a text with gaps is written with `{1}`, `{2}`, for one, for many, and for no name. */
function textsOf(part: unknown, path = ''): ReadonlyMap<string, readonly string[]> {
  if (typeof part === 'string') return new Map([[path, [part]]]);
  if (isSaid(part)) return new Map([[path, spoken(part)]]);
  if (typeof part !== 'object' || part === null) throw new Error(`${path} is no text.`);
  return new Map(Object.entries(part).flatMap(([key, each]) => [...textsOf(each, `${path}.${key}`)]));
}

const isSaid = (part: unknown): part is (...given: readonly unknown[]) => unknown =>
  typeof part === 'function';

const gaps = [
  ['{1}', '{2}', '{3}'],
  [1, 1, 1],
  [7, 9, 5],
  ['', '', ''],
];

function spoken(text: (...given: readonly unknown[]) => unknown): readonly string[] {
  return gaps.map((given) => String(text(...given)));
}

const english = textsOf(en);
/** The hub's sentences are German's own: see said.test.ts. */
const { said: _, ...shown } = de;
const german = textsOf(shown);

/** What is the same in both languages, and rightly so. */
const same =
  /^(Lares|English|Deutsch|Name|Person|Automatic|Demo|Live|TCP|UDP|Transport|Smart home.*|MQTT.*|Version|Smart Home.*|rtsp:.*|Passphrase|PIN|Filter|Video|PocketSphinx|sherpa-onnx|version update|Warm|Port|ms|s|hey lares|\W*)$/;

it('says everything in German, with the same gaps', () => {
  expect([...german.keys()]).toEqual([...english.keys()]);
  const gapsOf = (texts: readonly string[] = []) =>
    [...new Set(texts[0]?.match(/\{\d\}/g) ?? [])].toSorted().join();
  const differing = [...english].filter(([path, texts]) => gapsOf(texts) !== gapsOf(german.get(path)));
  expect(differing.map(([path]) => path)).toEqual([]);
});

it('leaves nothing in English by accident', () => {
  const left = [...english].filter(
    ([path, [text = '']]) =>
      text === german.get(path)?.[0] && !same.test(text.replaceAll(/\{\d\}|\d+/g, '').trim()),
  );
  expect(left).toEqual([]);
});

it('writes German as it is printed: its own quotation marks, dashes and dots,', () => {
  const wrong = [...german].flatMap(([path, texts]) =>
    texts.filter((text) => /["“][^“„"]*”|"|'|\.\.\.| - /.test(text)).map((text) => [path, text]),
  );
  expect(wrong).toEqual([]);
});

it('tells everybody who listens when the language changes, once', async () => {
  let times = 0;
  const end = onSpoken(() => (times += 1));
  await speak('de');
  await speak('de');
  expect([words.common.save, times]).toEqual(['Speichern', 1]);
  await speak('en');
  end();
  await speak('de');
  expect([words.common.save, times]).toEqual(['Speichern', 2]);
});

it('keeps the language that was chosen last, however long the other one takes', async () => {
  await Promise.all([speak('de'), speak('en')]);
  expect(words.common.save).toBe('Save');
});

it('tells numbers and times as German does', async () => {
  await speak('de');
  const now = new Date(2026, 7, 1, 14, 5).getTime();
  expect([
    percent(0.87),
    smallPercent(0.0234),
    rate(4.25),
    degrees(21.5),
    clock(now),
    day(now - 24 * hourMs, now),
    day(now - 48 * hourMs, now),
    moment(now - 48 * hourMs, now),
    ago(now - 4 * minuteMs, now),
    within(now + 3 * hourMs, now),
    duration(65 * minuteMs),
    alarmsWords(0.02, 61),
  ]).toEqual([
    '87\u00a0%',
    '2,3\u00a0%',
    '4,3',
    '21,5 °C',
    '14:05',
    'Gestern',
    'Donnerstag, 30. Juli',
    '30. Juli, 14:05',
    'vor 4 Minuten',
    'in 3 Stunden',
    '1 Stunde 5 Minuten',
    'Etwa ein Fehlalarm auf 2 Tage Gespräch',
  ]);
});
