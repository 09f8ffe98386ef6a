import type { NumberShape } from './setting.ts';

/** More than these can't be told apart by a finger. */
const mostStops = 100;
const roundDays = [1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365, 730, 1095, 1825, 3650];

/** Where a slider stops, from the least to the most: evenly where there are few, else at round numbers that grow. */
export function stopsOf({ least, most, isWhole, unit }: NumberShape): readonly number[] {
  const step = isWhole || most - least >= 5 ? 1 : (most - least) / 20;
  const steps = Math.round((most - least) / step);
  if (unit !== 'days' && steps <= mostStops)
    return Array.from({ length: steps + 1 }, (_, index) => rounded(least + index * step));
  const grown = unit === 'days' ? roundDays : roundNumbers(least, most);
  const within = grown.filter((stop) => stop > least && stop < most);
  return [least, ...within, most];
}

/** 1, 2, 5, 10, 20, 50 … */
function roundNumbers(least: number, most: number): number[] {
  const numbers: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(Math.max(least, 0.1))); power <= most; power *= 10)
    numbers.push(...[1, 2, 5].map((digit) => rounded(digit * power)));
  return numbers;
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

/** The stop that is nearest to a value, by its place. */
export function nearestStop(stops: readonly number[], value: number): number {
  let nearest = 0;
  for (const [index, stop] of stops.entries())
    if (Math.abs(stop - value) < Math.abs((stops[nearest] ?? 0) - value)) nearest = index;
  return nearest;
}
