import type { WakePoint } from '../../services/contract/wake.ts';
import { count } from './numbers.ts';
import { roughly } from './times.ts';
import { words } from './words.ts';

/** "Hears 96 of 100 calls, misses 4". */
export function hearsWords(missRate: WakePoint['missRate']): string {
  if (missRate === null) return words.wake.unknownHears;
  const heard = Math.round((1 - missRate) * 100);
  return heard >= 100 ? words.wake.hearsNearlyAll : words.wake.hears(count(heard), count(100 - heard));
}

/** "About one false alarm in 2 days of talk". What never happened in the hours that were tried is said as such. */
export function alarmsWords(falseAlarmsPerHour: number, hoursOfNegatives: number): string {
  const { alarms } = words.wake;
  if (falseAlarmsPerHour * hoursOfNegatives < 0.5) return alarms.none(roughly(hoursOfNegatives));
  if (falseAlarmsPerHour >= 1.5) return alarms.each(count(Math.round(falseAlarmsPerHour)));
  return alarms.every(roughly(1 / falseAlarmsPerHour));
}
