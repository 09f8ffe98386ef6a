import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RtspServer } from '../../../services/hub/demo/rtsp-server.ts';
import { startWatching } from './watching.ts';

// Visits of four seconds to a calm scene, of somebody 16 % of the picture high, whom a camera with one stream sees through
// the gate: how many it catches, and how soon.
const VISITS = 7;
const FIRST_SECONDS = 18;
/** Against key frames every two seconds each visit begins at another moment. */
const EVERY_SECONDS = 12.6;
const LAST_SECONDS = 4;
const RATE = 15;
/** When nothing moves for longer, another visit begins. */
const PAUSE_MS = 3000;
const SECONDS = FIRST_SECONDS + VISITS * EVERY_SECONDS;

/** A picture in which something moved: when it was taken, and when the detector said so. */
interface Moving {
  readonly atMs: number;
  readonly toldMs: number;
}

export async function measureVisits(folder: string): Promise<Record<string, string | number>> {
  const file = join(folder, 'visits.h264');
  makeClip(file);
  const server = await RtspServer.start([`visits=${file}@${RATE}`]);
  if (server === null) throw new Error('the RTSP server does not start');
  const address = `rtsp://127.0.0.1:${server.port}/visits`;
  const moving: Moving[] = [];
  const began = { ms: 0 };
  const child = startWatching([address], ({ state, glance, atMs }) => {
    if (state === 'live' && began.ms === 0) began.ms = atMs;
    if (glance === false) moving.push({ atMs, toldMs: Date.now() });
  });
  await sleep(SECONDS * 1000);
  child.stdin?.end();
  await server.stop();
  return score(moving, began.ms);
}

function score(moving: readonly Moving[], beganMs: number): Record<string, string | number> {
  const starts = Array.from({ length: VISITS }, (_, index) => (FIRST_SECONDS + index * EVERY_SECONDS) * 1000);
  const during = ({ atMs }: Moving, startMs: number): boolean =>
    atMs - beganMs > startMs - 1000 && atMs - beganMs < startMs + LAST_SECONDS * 1000 + 1000;
  const caught = starts.flatMap((startMs) => {
    const first = moving.find((one) => during(one, startMs));
    return first === undefined ? [] : [(first.toldMs - beganMs - startMs) / 1000];
  });
  const strays = moving.filter((one) => !starts.some((startMs) => during(one, startMs)));
  const alarms = strays.filter((one, index) => one.atMs - (strays[index - 1]?.atMs ?? 0) > PAUSE_MS).length;
  const sorted = caught.toSorted((a, b) => a - b);
  return {
    visits: VISITS,
    caught: caught.length,
    'told after s (median)': (sorted[sorted.length >> 1] ?? 0).toFixed(2),
    'told after s (longest)': (sorted.at(-1) ?? 0).toFixed(2),
    'false alarms': alarms,
  };
}

function makeClip(file: string): void {
  const size = '1280x720';
  const ground = `gradients=s=${size}:r=${RATE}:d=${SECONDS}:seed=7:speed=0.00001:n=6,noise=alls=40:all_seed=3,gblur=sigma=1.5`;
  const walker = `color=c=0x704030:s=44x116:r=${RATE}:d=${SECONDS},noise=alls=60:all_seed=9,gblur=sigma=2`;
  const since = `mod(t-${FIRST_SECONDS},${EVERY_SECONDS})`;
  const shown = `gte(t,${FIRST_SECONDS})*lt(${since},${LAST_SECONDS})`;
  const overlay = `overlay=x='200+${since}*180':y=380:enable='${shown}'`;
  const graph = `${ground}[ground];${walker}[walker];[ground][walker]${overlay},noise=alls=6:allf=t[out]`;
  const rate = ['-b:v', '1500k', '-maxrate', '1500k', '-bufsize', '1500k'];
  const keys = ['-g', `${2 * RATE}`, '-keyint_min', `${2 * RATE}`, '-sc_threshold', '0', '-bf', '0'];
  const coder = ['-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-preset', 'veryfast', '-tune', 'zerolatency'];
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-nostdin', '-y', '-filter_complex', graph, '-map', '[out]', '-t', `${SECONDS}`],
    ...[...coder, ...rate, ...keys, '-f', 'h264', file],
  ]);
}
