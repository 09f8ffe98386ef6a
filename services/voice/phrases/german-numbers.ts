const SMALL =
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const TENS = '_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');
/** One of something, by gender and case: "eine Minute", "einen Grad", "in einer Stunde". */
const ONES = ['eins', 'ein', 'eine', 'einen', 'einer', 'einem'];

/**
 * Every way in which a German speaker says a number, the usual one first. Whole numbers, halves and tenths from -99999.9 to
 * 99999.9; anything else gives no way.
 */
export function germanNumberWords(value: number): readonly (readonly string[])[] {
  if (value < 0) return germanNumberWords(-value).map((words) => ['minus', ...words]);
  const tenths = Math.round(value * 10);
  if (!(value < 100_000) || Math.abs(tenths - value * 10) > 1e-6) return [];
  const whole = Math.floor(tenths / 10);
  if (tenths % 10 === 0) return whole === 1 ? ONES.map((word) => [word]) : wholeWays(whole);
  const plain = [...wholeWays(whole).map((words) => [...words, 'komma', SMALL[tenths % 10] ?? ''])];
  return tenths % 10 === 5 ? [...plain, ...halves(whole)] : plain;
}

/** The digits one by one, for numbers that are too long to be said otherwise. */
export function germanDigitWords(digits: string): readonly string[] {
  return Array.from(digits, (digit) => SMALL[Number(digit)] ?? '');
}

function halves(whole: number): readonly (readonly string[])[] {
  if (whole === 0) return [['halb'], ['halbe'], ['ein', 'halb'], ['eine', 'halbe'], ['einen', 'halben']];
  if (whole === 1) return [['eineinhalb'], ['anderthalb'], ['einundhalb'], ['ein', 'einhalb']];
  const stem = stemOf(whole);
  return [[`${stem}einhalb`], [stem, 'einhalb'], [stem, 'ein', 'halb']];
}

function wholeWays(value: number): readonly (readonly string[])[] {
  const word = value === 1 ? 'eins' : stemOf(value, true);
  const ways = [word];
  if (value === 2) ways.push('zwo');
  if (value >= 100 && value < 200) ways.push(word.replace(/^ein/, ''));
  if (value >= 1000 && value < 2000) ways.push(word.replace(/^ein/, ''));
  return ways.map((way) => [way]);
}

/** A whole number as one word; `isLast` where "eins" ends it and not "ein". */
function stemOf(value: number, isLast = false): string {
  if (value === 1) return isLast ? 'eins' : 'ein';
  if (value < 20) return SMALL[value] ?? '';
  if (value < 100) {
    const tens = TENS[Math.floor(value / 10)] ?? '';
    return value % 10 === 0 ? tens : `${stemOf(value % 10)}und${tens}`;
  }
  const [unit, word] = value < 1000 ? [100, 'hundert'] : [1000, 'tausend'];
  const rest = value % unit;
  return `${stemOf(Math.floor(value / unit))}${word}${rest === 0 ? '' : stemOf(rest, isLast)}`;
}
