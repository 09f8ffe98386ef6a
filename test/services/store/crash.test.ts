import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '../../../services/store/store.ts';
import { visit } from './samples.ts';
import { filesIn, scratchFolder } from './scratch.ts';

const store = fileURLToPath(new URL('../../../services/store/store.ts', import.meta.url));

/** Writes visits and ever new snapshots of one of them, as fast as it can, until it is killed. */
const writer = `
  import { openStore } from ${JSON.stringify(store)};
  const [dataDirectory] = process.argv.slice(1);
  const { events } = openStore({ dataDirectory, key: new Uint8Array(32).fill(3) });
  const event = ${JSON.stringify(visit('e1'))};
  for (let n = 1; ; n += 1) {
    events.put({ ...event, id: 'e' + n });
    await events.putSnapshot('e1', new Uint8Array(100_000 + n).fill(n));
    console.log(n);
  }`;

async function killedAfter(writes: number, dataDirectory: string): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer, dataDirectory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout }))
    if (Number(line) >= writes) child.kill('SIGKILL');
  await ended;
}

test('killed in the middle of writing, again and again, the store opens and every snapshot is whole', async () => {
  const dataDirectory = scratchFolder();
  for (const writes of [1, 3, 8, 15]) {
    await killedAfter(writes, dataDirectory);
    const reopened = openStore({ dataDirectory, key: new Uint8Array(32).fill(3) });
    const { events } = reopened;
    expect(events.newest({ limit: 500 }).length).toBeGreaterThanOrEqual(writes);
    const snapshot = (await events.snapshot(visit('e1').id)) ?? new Uint8Array();
    const n = snapshot.length - 100_000;
    expect(n).toBeGreaterThanOrEqual(writes);
    expect(snapshot.every((byte) => byte === n % 256)).toBe(true);
    expect(filesIn(dataDirectory).filter(({ path }) => path.endsWith('.part'))).toEqual([]);
    reopened.close();
  }
});
