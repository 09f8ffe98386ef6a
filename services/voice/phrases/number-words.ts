const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/**
 * Every way in which an English speaker says a number, each as its words; the first is the usual one.
 * Whole numbers, halves and tenths from -99999.9 to 99999.9; anything else gives no way.
 */
export function numberWords(value: number): readonly (readonly string[])[] {
  if (value < 0)
    return numberWords(-value).flatMap((words) => [
      ['minus', ...words],
      ['negative', ...words],
    ]);
  const tenths = Math.round(value * 10);
  if (!(value < 100_000) || Math.abs(tenths - value * 10) > 1e-6) return [];
  const whole = Math.floor(tenths / 10);
  if (tenths % 10 === 0) return wholeWords(whole);
  const point = wholeWords(whole).map((words) => [...words, 'point', SMALL[tenths % 10] ?? '']);
  if (tenths % 10 !== 5) return point;
  const half = wholeWords(whole).flatMap((words, at) => [point[at] ?? [], [...words, 'and', 'a', 'half']]);
  return whole === 0 ? [...half, ['half'], ['a', 'half'], ['one', 'half']] : half;
}

/** The digits one by one, for numbers that are too long to be said otherwise. */
export function digitWords(digits: string): readonly string[] {
  return Array.from(digits, (digit) => SMALL[Number(digit)] ?? '');
}

function wholeWords(value: number): readonly (readonly string[])[] {
  if (value < 100) return [underHundred(value)];
  const thousands = value >= 1000 ? parts(value, 1000, 'thousand') : [];
  const isHundreds = value % 1000 !== 0 && value % 100 === 0;
  const hundreds = value < 1000 ? parts(value, 100, 'hundred') : [];
  const asHundreds =
    value >= 1000 && value < 10_000 && isHundreds ? [[...underHundred(value / 100), 'hundred']] : [];
  return [...hundreds, ...thousands, ...asHundreds];
}

function parts(value: number, unit: number, word: string): readonly (readonly string[])[] {
  const count = underHundred(Math.floor(value / unit));
  const rest = value % unit;
  const heads = count[0] === 'one' && count.length === 1 ? [count, ['a'], []] : [count];
  if (rest === 0) return heads.map((head) => [...head, word]);
  return heads.flatMap((head) =>
    wholeWords(rest).flatMap((tail) => [
      [...head, word, ...tail],
      [...head, word, 'and', ...tail],
    ]),
  );
}

function underHundred(value: number): readonly string[] {
  if (value < 20) return [SMALL[value] ?? ''];
  const tens = TENS[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? [tens] : [tens, SMALL[value % 10] ?? ''];
}
