import { count, gigabytes, percent, rate } from '../../words/numbers.ts';
import { clock, inDays, inMinutes } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import type { Setting } from './setting.ts';
import { wordsOfSetting } from './setting-words.ts';

/** A value as it is told: “30 days”, “on”, “Automatic”. */
export function shownValue(setting: Setting, value: unknown): string {
  const { shape } = setting;
  const { choices, none } = wordsOfSetting(setting);
  if (value === null) return none ?? words.settings.empty;
  if (typeof value === 'boolean') return value ? words.settings.on : words.settings.off;
  if (typeof value === 'number') return shownAmount(shape.kind === 'number' ? shape.unit : '', value);
  if (typeof value !== 'string' || value === '') return words.settings.empty;
  return choices?.[value] ?? value;
}

/** A number in the unit that its schema names. */
export function shownAmount(unit: string, value: number): string {
  switch (unit) {
    case 'days':
      return inDays(value);
    case 'minutes':
      return inMinutes(value);
    case 'gigabytes':
      return gigabytes(value);
    case 'sensitivity':
      return percent(value);
    case 'percent':
      return percent(value / 100);
    case 'perSecond':
      return words.settings.perSecond(rate(value));
    case 'hour':
      return clock(new Date(2000, 0, 1, value).getTime());
    default:
      return count(value);
  }
}
