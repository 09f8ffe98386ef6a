import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { printTable } from '../../services/evaluate/table.ts';
import { RtspServer } from '../../services/hub/demo/rtsp-server.ts';
import { hasMotionDaemon, startMotionDaemon } from './cameras/motion-daemon.ts';
import { usageOf } from './cameras/process-tree.ts';
import { makeStreams, STREAMS, type Stream } from './cameras/streams.ts';
import { measureVisits } from './cameras/visits.ts';
import { startWatching } from './cameras/watching.ts';

// What it costs to look through cameras, in CPU time for a second of video and a camera: Lares up to the motion detector
// (without the networks, which the others don't have), against the decode floor, one `ffmpeg -threads 1 … -f null -` of the
// same main stream at the same time, and against Debian's `motion` on the same streams. Real RTSP over TCP, looping clips.
//
//     npm run bench -- cameras [1 4 8]      how many cameras; by default 1, 4 and 8
const SETTLE_MS = 15_000;
const MEASURE_MS = 12_000;
/** So many cameras are looked through by Lares and its peer side by side; more of them take turns, or both would starve. */
const MOST_AT_ONCE = 1;

interface Scenario {
  readonly name: string;
  readonly scene: 'idle' | 'busy';
  readonly main: Stream;
  readonly sub: Stream | null;
}

const SCENARIOS: readonly Scenario[] = (['idle', 'busy'] as const).flatMap((scene) => [
  { name: `${scene}, 1080p25 with a sub stream`, scene, main: STREAMS.main, sub: STREAMS.sub },
  { name: `${scene}, 1080p25 alone`, scene, main: STREAMS.main, sub: null },
  { name: `${scene}, 720p15 alone`, scene, main: STREAMS.small, sub: null },
]);

const counts = process.argv
  .slice(2)
  .map(Number)
  .filter((count) => count > 0);
const folder = mkdtempSync(join(tmpdir(), 'lares-bench-'));
const server = await RtspServer.start(makeStreams(folder));
if (server === null) throw new Error('the RTSP server does not start: it needs python3-gi and GStreamer');
const at = (scene: string, { name }: Stream): string => `rtsp://127.0.0.1:${server.port}/${scene}-${name}`;
const rows: Record<string, string | number>[] = [];
try {
  for (const count of counts.length > 0 ? counts : [1, 4, 8])
    for (const scenario of SCENARIOS) rows.push(await measure(scenario, count));
  printTable('CPU in ms for a second of video and a camera', rows);
  const visits = await measureVisits(folder);
  printTable('Visits of 4 s to a calm scene, 720p15, one stream, somebody 16 % of the picture high', [
    visits,
  ]);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

async function measure(scenario: Scenario, count: number): Promise<Record<string, string | number>> {
  const { main, sub, scene, name } = scenario;
  const address = at(scene, main);
  const pair = sub === null ? address : `${address},${at(scene, sub)}`;
  const floor = startFloor(address);
  const addresses = Array.from({ length: count }, () => address);
  const lares = await watching(addresses.map(() => pair));
  const peerRate = async () => {
    if (!hasMotionDaemon) return null;
    const peer = startMotionDaemon(addresses, main);
    const rate = await rateOf(peer, floor);
    await stopped(peer);
    return rate;
  };
  const beside = count <= MOST_AT_ONCE ? peerRate() : null;
  const ours = await rateOf(lares.child, floor);
  await stopped(lares.child);
  const theirs = await (beside ?? peerRate());
  await stopped(floor);
  const each = ours.cpuMs / count;
  const other = theirs === null ? null : theirs.cpuMs / count;
  return {
    cameras: count,
    scene: name,
    lares: each.toFixed(1),
    floor: ours.floorMs.toFixed(1),
    '× floor': (each / ours.floorMs).toFixed(2),
    motion: other === null ? '-' : other.toFixed(1),
    '× motion': other === null ? '-' : (each / other).toFixed(2),
    'MB a camera': ((ours.residentMb - lares.emptyMb) / count).toFixed(0),
    'glance ms': median(lares.glances),
  };
}

/** CPU time for a second of wall clock, of a program and of the floor at the same time. */
async function rateOf(child: ChildProcess, floor: ChildProcess) {
  await sleep(SETTLE_MS);
  const before = { child: usageOf(child.pid ?? 0), floor: usageOf(floor.pid ?? 0), atMs: performance.now() };
  await sleep(MEASURE_MS);
  const child2 = usageOf(child.pid ?? 0);
  const floor2 = usageOf(floor.pid ?? 0);
  const seconds = (performance.now() - before.atMs) / 1000;
  return {
    cpuMs: (child2.cpuMs - before.child.cpuMs) / seconds,
    floorMs: (floor2.cpuMs - before.floor.cpuMs) / seconds,
    residentMb: child2.residentMb,
  };
}

function startFloor(address: string): ChildProcess {
  const input = ['-rtsp_transport', 'tcp', '-i', address];
  return spawn('ffmpeg', ['-nostdin', '-v', 'quiet', '-threads', '1', ...input, '-an', '-f', 'null', '-'], {
    stdio: 'ignore',
  });
}

/** The program that looks, and what it tells. `emptyMb`: its memory before it connects. */
async function watching(pairs: readonly string[]) {
  const empty = startWatching([], () => undefined);
  await sleep(1500);
  const emptyMb = usageOf(empty.pid ?? 0).residentMb;
  await stopped(empty);
  const glances: number[] = [];
  const child = startWatching(pairs, ({ glance, tookMs }) => {
    if (glance === true && tookMs !== undefined) glances.push(tookMs);
  });
  return { child, glances, emptyMb };
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stdin?.end();
  if (child.stdin === null) child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(insist);
}

function median(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? '-' : `${sorted[sorted.length >> 1] ?? 0}`;
}
