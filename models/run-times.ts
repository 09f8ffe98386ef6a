/** How often a network ran in this process, and how long all of that took. */
export interface RunTimes {
  readonly name: string;
  readonly runs: number;
  readonly milliseconds: number;
}

const byName = new Map<string, RunTimes>();

/** Adds one run of the network with this name. */
export function countRun(name: string, milliseconds: number): void {
  const before = byName.get(name) ?? { name, runs: 0, milliseconds: 0 };
  byName.set(name, { name, runs: before.runs + 1, milliseconds: before.milliseconds + milliseconds });
}

/** Of all networks that have run in this process. */
export function runTimes(): readonly RunTimes[] {
  return [...byName.values()];
}
