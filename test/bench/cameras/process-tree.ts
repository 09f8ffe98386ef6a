import { readdirSync, readFileSync } from 'node:fs';

/** What processes have used so far. */
export interface Usage {
  readonly cpuMs: number;
  readonly residentMb: number;
}

/** Linux counts CPU time in hundredths of a second. */
const TICK_MS = 10;

interface Process extends Usage {
  readonly pid: number;
  readonly parent: number;
}

/** Of the process, its descendants, and those of its children that are gone already. */
export function usageOf(pid: number): Usage {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const family = familyOf(pid, all);
  return {
    cpuMs: family.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    residentMb: family.reduce((sum, { residentMb }) => sum + residentMb, 0),
  };
}

function familyOf(pid: number, all: readonly Process[]): readonly Process[] {
  const own = all.filter((process) => process.pid === pid);
  const children = all.filter(({ parent }) => parent === pid);
  return [...own, ...children.flatMap((child) => familyOf(child.pid, all))];
}

/** Nothing when the process is gone meanwhile. */
function readProcess(pid: number): readonly Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; what follows it are numbers.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 4)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(10, 14).reduce((sum, value) => sum + value, 0);
    // What several processes share, as a library, is divided among them (Pss).
    const resident = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return [
      { pid, parent: fields[0] ?? 0, cpuMs: ticks * TICK_MS, residentMb: Number(resident ?? 0) / 1024 },
    ];
  } catch {
    return [];
  }
}
