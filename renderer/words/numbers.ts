import { words } from './words.ts';

const percentFormat = new Intl.NumberFormat(words.language, { style: 'percent' });
const smallPercentFormat = new Intl.NumberFormat(words.language, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const countFormat = new Intl.NumberFormat(words.language, { maximumFractionDigits: 0 });
const rateFormat = new Intl.NumberFormat(words.language, { maximumFractionDigits: 1 });
const degreeFormat = new Intl.NumberFormat(words.language, {
  style: 'unit',
  unit: 'celsius',
  maximumFractionDigits: 1,
});

/** 0.87 → 87% */
export function percent(fraction: number): string {
  return percentFormat.format(fraction);
}

/** 0.0234 → 2.3% */
export function smallPercent(fraction: number): string {
  return smallPercentFormat.format(fraction);
}

export function count(value: number): string {
  return countFormat.format(value);
}

export function rate(value: number): string {
  return rateFormat.format(value);
}

/** 21.5 → 21.5°C */
export function degrees(celsius: number): string {
  return degreeFormat.format(celsius);
}
