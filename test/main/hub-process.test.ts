import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { KeyMessage } from '../../main/data-key.ts';
import { HubProcess, type HubState, restartPauseMs } from '../../main/hub-process.ts';
import { scratchFolder } from '../services/store/scratch.ts';
import { utilityProcess } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const script = fileURLToPath(new URL('hub-fixture.ts', import.meta.url));
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const key: KeyMessage = { type: 'key', key: new Uint8Array(32).fill(0xab) };

function hubOf(manner: 'serves' | 'deaf' | 'dies' | 'fails', message = key) {
  const file = join(scratchFolder(), 'told');
  const states: HubState[] = [];
  const hub = new HubProcess({
    script,
    arguments: [manner, file],
    key: message,
    environment: { PATH: process.env['PATH'] ?? '' },
    changed: (state) => states.push(state),
    log,
  });
  onTestFinished(() => hub.stop());
  hub.start();
  const told = (): unknown[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line): unknown => JSON.parse(line))
      : [];
  const until = (kind: HubState['kind']) =>
    vi.waitFor(() => {
      expect(hub.state.kind).toBe(kind);
    }, 10_000);
  return { hub, states, told, until };
}

function lastPid(): number {
  const pid = utilityProcess.forked.at(-1)?.pid;
  if (pid === undefined) throw new Error('no process was started');
  return pid;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const serving: HubState = { kind: 'serving', address: 'http://127.0.0.1:7766/' };

test('the hub is handed the key by a message alone, serves, and stops when asked', async () => {
  const { hub, states, told, until } = hubOf('serves');
  await until('serving');
  const pid = lastPid();
  await Promise.all([hub.stop(), hub.stop()]);
  expect(isAlive(pid)).toBe(false);
  expect(states).toEqual([{ kind: 'starting' }, serving, { kind: 'stopped' }]);
  expect(told()).toEqual([{ type: 'key', key: 'ab'.repeat(32), keyInSight: false }, { stop: true }]);
});

test('without a key of the operating system the hub is told to open the key file, and why', async () => {
  const notice = { what: 'No keyring.', advice: 'A passphrase is safer.' };
  const { told, until } = hubOf('serves', { type: 'key_file', notice });
  await until('serving');
  expect(told()).toEqual([{ type: 'key_file', notice, key: null, keyInSight: false }]);
});

test('a hub that is killed comes back, and gets the key again', async () => {
  const { states, told, until } = hubOf('serves');
  await until('serving');
  process.kill(lastPid(), 'SIGKILL');
  await until('restarting');
  await until('serving');
  expect(states).toEqual([
    { kind: 'starting' },
    serving,
    { kind: 'restarting', inMs: 1000 },
    { kind: 'starting' },
    serving,
  ]);
  expect(told()).toHaveLength(2);
});

test('a hub that does not hear is killed', async () => {
  const { hub, told, until } = hubOf('deaf');
  await until('serving');
  const pid = lastPid();
  await hub.stop();
  expect(isAlive(pid)).toBe(false);
  expect(told().at(-1)).toEqual({ stop: true });
});

test('trouble that the hub tells is passed on, and it is not tried again', async () => {
  const { states, until } = hubOf('fails');
  const pid = lastPid();
  await until('failed');
  await vi.waitFor(() => {
    expect(isAlive(pid)).toBe(false);
  });
  expect(states).toEqual([
    { kind: 'starting' },
    { kind: 'failed', what: 'The disk is full.', advice: 'Free some.' },
  ]);
});

test('a hub that waits for its restart can be stopped', async () => {
  const { hub, states, until } = hubOf('dies');
  await until('restarting');
  await hub.stop();
  expect(states.map((state) => state.kind)).toEqual(['starting', 'restarting', 'stopped']);
});

test('the pause doubles from 1 s to 30 s', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(restartPauseMs)).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
  ]);
});
