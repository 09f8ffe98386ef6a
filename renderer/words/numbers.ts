import { inLocale } from './locale.ts';

const percentFormat = inLocale((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));
const smallPercentFormat = inLocale(
  (locale) =>
    new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
);
const countFormat = inLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const rateFormat = inLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const degreeFormat = inLocale(
  (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit: 'celsius', maximumFractionDigits: 1 }),
);

/** 0.87 → 87% */
export function percent(fraction: number): string {
  return percentFormat().format(fraction);
}

/** 0.0234 → 2.3% */
export function smallPercent(fraction: number): string {
  return smallPercentFormat().format(fraction);
}

export function count(value: number): string {
  return countFormat().format(value);
}

export function rate(value: number): string {
  return rateFormat().format(value);
}

/** 21.5 → 21.5°C */
export function degrees(celsius: number): string {
  return degreeFormat().format(celsius);
}

const unitFormats = new Map<string, () => Intl.NumberFormat>();

/** 12.5 → 12.5 GB; a gigabyte is 10^9 bytes. */
export function gigabytes(value: number): string {
  return inBytes('gigabyte', value);
}

/** 1_234_000_000 → 1.2 GB; steps are of a thousand. */
export function bytes(value: number): string {
  if (value < 1e6) return inBytes('kilobyte', value / 1e3);
  if (value < 1e9) return inBytes('megabyte', value / 1e6);
  return value < 1e12 ? inBytes('gigabyte', value / 1e9) : inBytes('terabyte', value / 1e12);
}

/** Small values with a digit behind the point, large ones without. */
function inBytes(unit: 'kilobyte' | 'megabyte' | 'gigabyte' | 'terabyte', value: number): string {
  const maximumFractionDigits = value < 100 ? 1 : 0;
  const name = `${unit} ${maximumFractionDigits}`;
  const format =
    unitFormats.get(name) ??
    inLocale((locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }));
  unitFormats.set(name, format);
  return format().format(value);
}

const speedFormat = inLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));

/** 0.25× */
export function speed(value: number): string {
  return `${speedFormat().format(value)}×`;
}
