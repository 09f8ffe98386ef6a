import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Processor seconds of the browser's processes by kind, and of the page's own by thread. */
export interface BrowserTime {
  /** The busiest page. */
  readonly page: number;
  /** The page's thread of scripts, styles and layout. */
  readonly main: number;
  /** Its other threads: decoding above all. */
  readonly others: number;
  /** Where pictures are put together without a graphics card. */
  readonly drawing: number;
}

interface Times {
  readonly renderers: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly drawing: number;
}

/** Measures what the browser with this process uses until `stop`, in cores. */
export function watchBrowser(browserPid: number): { readonly stop: () => BrowserTime } {
  const before = timesOf(browserPid);
  const beganMs = performance.now();
  return {
    stop: () => {
      const seconds = (performance.now() - beganMs) / 1000;
      const after = timesOf(browserPid);
      const pages = [...after.renderers].map(([pid, threads]) => {
        const used = [...threads].map(([id, now]) => ({
          isMain: id === pid,
          cores: (now - (before.renderers.get(pid)?.get(id) ?? 0)) / seconds,
        }));
        const sum = (of: typeof used) => of.reduce((total, { cores }) => total + cores, 0);
        const main = sum(used.filter(({ isMain }) => isMain));
        return { page: sum(used), main, others: sum(used) - main };
      });
      const busiest = pages.toSorted((a, b) => b.page - a.page)[0] ?? { page: 0, main: 0, others: 0 };
      return { ...busiest, drawing: (after.drawing - before.drawing) / seconds };
    },
  };
}

function timesOf(browserPid: number): Times {
  const family = familyOf(browserPid);
  const ofKind = (kind: string) =>
    family.filter((pid) => textOf(`/proc/${pid}/cmdline`).includes(`--type=${kind}`));
  const renderers = new Map(
    ofKind('renderer').map((pid) => [
      pid,
      new Map(
        namesIn(`/proc/${pid}/task`).map((id) => [Number(id), secondsOf(`/proc/${pid}/task/${id}/stat`)]),
      ),
    ]),
  );
  const drawing = ofKind('gpu-process').reduce((sum, pid) => sum + secondsOf(`/proc/${pid}/stat`), 0);
  return { renderers, drawing };
}

function familyOf(root: number): readonly number[] {
  const parents = namesIn('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), parent: Number(fieldsOf(`/proc/${pid}/stat`)[1] ?? 0) }));
  const found = [root];
  for (const pid of found)
    found.push(...parents.filter(({ parent }) => parent === pid).map((child) => child.pid));
  return found;
}

function secondsOf(file: string): number {
  const fields = fieldsOf(file);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

/** What follows the name of the program, which may hold anything but ends with the last bracket. */
function fieldsOf(file: string): readonly string[] {
  return textOf(file)
    .replace(/^.*\) /s, '')
    .split(' ');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
