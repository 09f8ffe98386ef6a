import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isAlive } from '../../fixtures/alive.ts';
import { scratchFolder } from '../store/scratch.ts';

const program = fileURLToPath(new URL('../../../services/hub/process.ts', import.meta.url));

type Started = ChildProcessByStdio<null, Readable, Readable>;

function start(folder: string, port: string): Started {
  const settings = join(folder, 'house.yaml');
  writeFileSync(settings, 'demo: false\n');
  const hub = spawn(process.execPath, [program, '--settings', settings], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      LARES_DATA: join(folder, 'data'),
      LARES_CONFIG: join(folder, 'config'),
      LARES_MODELS: join(folder, 'models'),
      LARES_PORT: port,
    },
  });
  onTestFinished(() => {
    hub.kill('SIGKILL');
  });
  return hub;
}

async function firstLine({ stdout }: Started): Promise<string> {
  for await (const line of createInterface({ input: stdout })) return line;
  return '';
}

/** The processes that this one started, and those that they started. */
function offspring(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const children = parents.filter(([, parent]) => parent === pid).map(([child]) => child);
  return children.flatMap((child) => [child, ...offspring(child)]);
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

describe('the process of the hub', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says when it serves, and %s ends it and all its children',
    async (signal) => {
      const hub = start(scratchFolder(), '0');
      const address = /^Lares is ready: (http:\/\/127\.0\.0\.1:\d+\/)$/.exec(await firstLine(hub))?.[1] ?? '';
      expect((await fetch(address)).status).toBe(200);
      const started = offspring(hub.pid ?? 0);
      expect(started.length).toBeGreaterThanOrEqual(2);
      hub.kill(signal);
      expect(await once(hub, 'exit')).toEqual([0, null]);
      expect(started.filter(isAlive)).toEqual([]);
    },
  );

  it('says in one line that Lares runs already, and leaves the other alone', async () => {
    const folder = scratchFolder();
    const first = start(folder, '0');
    const { port } = new URL((await firstLine(first)).replace('Lares is ready: ', ''));
    const second = start(folder, port);
    const [out, err, ended] = await Promise.all([
      text(second.stdout),
      text(second.stderr),
      once(second, 'exit'),
    ]);
    expect([out, ended]).toEqual(['', [1, null]]);
    expect(err).toBe(`Lares is already running at http://127.0.0.1:${port}/. Open that page.\n`);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  });
});
