import { readdirSync, readFileSync } from 'node:fs';
import { cpus, freemem, totalmem } from 'node:os';
import { join } from 'node:path';

/** Linux counts processor time in these, whatever its own clock does (`sysconf(_SC_CLK_TCK)`). */
const ticksPerSecond = 100;
const pageBytes = 4096;

/** Where Linux tells of itself; elsewhere there are no such folders, and what they would tell is null. */
export interface MachineFolders {
  readonly proc: string;
  readonly thermal: string;
}

export const machineFolders: MachineFolders = { proc: '/proc', thermal: '/sys/class/thermal' };

/** Processor time that a process and those it waited for took since its start, in seconds; null when there is none by this id. */
export function processorSeconds(pid: number, { proc }: MachineFolders): number | null {
  // The name of a program may hold anything, but it ends with the last bracket.
  const fields = textOf(join(proc, `${pid}/stat`))
    ?.replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  if (fields === undefined) return null;
  const ticks = (fields[11] ?? 0) + (fields[12] ?? 0) + (fields[13] ?? 0) + (fields[14] ?? 0);
  return ticks / ticksPerSecond;
}

/** Memory that a process holds; null when there is none by this id. */
export function residentBytes(pid: number, { proc }: MachineFolders): number | null {
  const pages = Number(textOf(join(proc, `${pid}/statm`))?.split(' ')[1]);
  return Number.isFinite(pages) ? pages * pageBytes : null;
}

/** Processor time that all cores together were busy since the machine started, in seconds. */
export function busySeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000;
}

/** Memory that is in use, without what is only kept for later and can be had at once. */
export function usedBytes({ proc }: MachineFolders): number {
  const available = /^MemAvailable:\s+(\d+) kB$/m.exec(textOf(join(proc, 'meminfo')) ?? '')?.[1];
  return totalmem() - (available === undefined ? freemem() : Number(available) * 1024);
}

/** Of the warmest sensor, in degrees Celsius; null where there is none, as in a virtual machine. */
export function warmestCelsius({ thermal }: MachineFolders): number | null {
  const zones = namesIn(thermal).filter((name) => name.startsWith('thermal_zone'));
  const celsius = zones
    .map((zone) => textOf(join(thermal, zone, 'temp')))
    .map((text) => (text === null ? Number.NaN : Number(text) / 1000))
    // A sensor that is switched off tells nought, or what no machine survives.
    .filter((each) => each > 0 && each < 150);
  return celsius.length === 0 ? null : Math.max(...celsius);
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
