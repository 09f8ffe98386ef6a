import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import { CameraInput } from '../../../services/contract/api.ts';
import type { Clip } from '../../../services/contract/clip.ts';
import { CameraId } from '../../../services/contract/identifiers.ts';
import type { Api } from '../../../services/hub/api.ts';
import { indexOf } from '../../../services/hub/playback/clip-index.ts';
import { startHub } from '../../../services/hub/start.ts';
import { openDataKey } from '../../../services/store/data-key.ts';
import { makeRecoveryCode, setPassphrase } from '../../../services/store/keys/key-changes.ts';
import { openStore } from '../../../services/store/store.ts';
import { makeClip } from '../../fixtures/coded-video.ts';
import { silentLog } from '../../fixtures/silent-log.ts';

const fixtures = new URL('../../fixtures/children/', import.meta.url);
const scripts = { vision: new URL('filming.ts', fixtures), voice: new URL('hearing.ts', fixtures) };
const cameras = ['street', 'door'].map((id) => CameraId.parse(id));
const recording = { mode: 'continuous' as const };
const passphrase = 'five small brown birds';
const patienceMs = 60_000;

/** What is open in this process. */
export interface Held {
  /** Files, sockets and pipes. */
  readonly handles: number;
  readonly timers: number;
}

export interface LockRounds {
  readonly rounds: number;
  /** From the wish to lock until the house is locked, the longest, in milliseconds. */
  readonly slowestLockMs: number;
  readonly clips: number;
  /** Ids of those that do not end as a clip should, or can't be read. */
  readonly broken: readonly string[];
  /** While locked: after the first round, and after the last one. */
  readonly before: Held;
  readonly after: Held;
}

/** A house that records two cameras, locked and unlocked so many times by its recovery code. Needs ffmpeg. */
export async function lockRounds(folder: string, rounds: number): Promise<LockRounds> {
  const [dataDirectory, configDirectory] = [join(folder, 'data'), join(folder, 'config')];
  const film = join(folder, 'clip-320x180.h264');
  makeClip(film, { size: '320x180', framesPerSecond: 20, seconds: 2 });
  const settingsFile = join(folder, 'house.yaml');
  writeFileSync(settingsFile, 'demo: false\n');
  const hub = await startHub({
    settingsFile,
    environment: {
      LARES_DATA: dataDirectory,
      LARES_CONFIG: configDirectory,
      LARES_MODELS: folder,
      LARES_PORT: '0',
    },
    ...{ log: silentLog, page: folder, scripts },
  });
  try {
    await setPassphrase(configDirectory, { next: passphrase });
    const code = await makeRecoveryCode(configDirectory, { current: passphrase });
    const client = clientOf(hub.address);
    for (const id of cameras)
      await client.api.cameras.save.mutate(CameraInput.parse({ id, name: id, address: film, recording }));
    await client.close();
    let [slowestLockMs, before]: [number, Held | null] = [0, null];
    for (let n = 0; n < rounds; n += 1) {
      slowestLockMs = Math.max(slowestLockMs, await lockedAfter(hub.address));
      before ??= await held();
      if (n < rounds - 1) await unlocked(hub.address, code);
    }
    const after = await held();
    return {
      rounds,
      slowestLockMs,
      ...(await clipsIn({ dataDirectory, configDirectory })),
      before: before ?? after,
      after,
    };
  } finally {
    await hub.stop();
  }
}

type Client = ReturnType<typeof clientOf>;

function clientOf(address: string) {
  const socket = createWSClient({ url: `${address.replace('http', 'ws')}api` });
  return { api: createTRPCClient<Api>({ links: [wsLink({ client: socket })] }), close: () => socket.close() };
}

/** Locks the house once both cameras are recorded. */
async function lockedAfter(address: string): Promise<number> {
  const client = clientOf(address);
  const sinceMs = Date.now();
  await until(() => areRecorded(client, sinceMs));
  const beganMs = performance.now();
  const { key } = await client.api.house.lock.mutate();
  const tookMs = performance.now() - beganMs;
  await client.close();
  if (key.kind !== 'locked') throw new Error('the house is not locked');
  return tookMs;
}

async function areRecorded({ api }: Client, sinceMs: number): Promise<boolean> {
  const span = { fromMs: sinceMs, untilMs: Date.now() + patienceMs };
  const spans = await Promise.all(cameras.map((cameraId) => api.clips.spans.query({ cameraId, ...span })));
  return spans.every((of) => of.some(({ untilMs }) => untilMs > sinceMs));
}

async function unlocked(address: string, code: string): Promise<void> {
  const client = clientOf(address);
  await client.api.house.unlock.mutate({ passphrase: code });
  await client.close();
}

async function clipsIn(folders: {
  dataDirectory: string;
  configDirectory: string;
}): Promise<Pick<LockRounds, 'clips' | 'broken'>> {
  const opened = await openDataKey({ ...folders, dataExists: true, passphrase });
  if (opened.kind !== 'open') throw new Error('the house is locked');
  const store = openStore({ dataDirectory: folders.dataDirectory, key: opened.key });
  const span = { fromMs: 0, untilMs: Date.now() + patienceMs };
  const all = cameras.flatMap((cameraId) => store.clips.list({ cameraId, ...span }));
  const broken: string[] = [];
  for (const clip of all) if (!(await isSound(clip))) broken.push(clip.id);
  store.close();
  return { clips: all.length, broken };

  async function isSound({ id, state, bytes }: Clip): Promise<boolean> {
    const reader = await store.clips.openRead(id);
    if (reader === null || state !== 'finished') return false;
    const { end } = await indexOf(reader, reader.size).catch(() => ({ end: -1 }));
    await reader.close();
    return end === bytes;
  }
}

/** Once what was closed is gone. */
async function held(): Promise<Held> {
  await wait(500);
  const timers = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  return { handles: readdirSync('/proc/self/fd').length, timers };
}

async function until(is: () => Promise<boolean>): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (!(await is())) {
    if (performance.now() > endMs) throw new Error('it did not come to that');
    await wait(50);
  }
}
