import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A scene as cameras code it, once as their main stream and once as their sub stream. */
export interface Stream {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly kilobits: number;
}

export const STREAMS: Readonly<Record<'main' | 'small' | 'sub', Stream>> = {
  main: { name: '1080p25', width: 1920, height: 1080, framesPerSecond: 25, kilobits: 4000 },
  small: { name: '720p15', width: 1280, height: 720, framesPerSecond: 15, kilobits: 1500 },
  sub: { name: '360p5', width: 640, height: 360, framesPerSecond: 5, kilobits: 300 },
};

const SECONDS = 12;

/**
 * Makes clips of a garden: still but for the sensor's noise, or with something crossing it all the time. Coded as cameras
 * code: a key frame every two seconds, no B frames, a steady bit rate. Gives the arguments for the RTSP server.
 */
export function makeStreams(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return (['idle', 'busy'] as const).flatMap((scene) =>
    Object.values(STREAMS).map((stream) => {
      const file = join(folder, `${scene}-${stream.name}.h264`);
      execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...argumentsFor(scene, stream), file]);
      return `${scene}-${stream.name}=${file}@${stream.framesPerSecond}`;
    }),
  );
}

function argumentsFor(scene: 'idle' | 'busy', stream: Stream): readonly string[] {
  const { width, height, framesPerSecond, kilobits } = stream;
  const ground = `gradients=s=${width}x${height}:r=${framesPerSecond}:d=${SECONDS}:seed=7:speed=0.00001:n=6,format=yuv420p`;
  // In one pixel format all along: noise in another one is many times as strong, and which one ffmpeg takes is left to chance.
  // Texture that stays in place, as a wall or a lawn has it, and then the noise of a sensor.
  const texture = 'noise=alls=40:all_seed=3,gblur=sigma=1.5';
  const sensor = 'noise=alls=6:allf=t';
  const walker = `color=c=0x704030:s=${Math.round(width / 14)}x${Math.round(height / 3)}:r=${framesPerSecond}:d=${SECONDS},format=yuv420p`;
  const path = `x='mod(t*${width / 6},${width})':y=${Math.round(height / 2.2)}`;
  const graph =
    scene === 'idle'
      ? `${ground},${texture},${sensor}[out]`
      : `${ground},${texture}[ground];${walker},noise=alls=60:all_seed=9,gblur=sigma=2[walker];[ground][walker]overlay=${path},${sensor}[out]`;
  const rate = [`-b:v`, `${kilobits}k`, '-maxrate', `${kilobits}k`, '-bufsize', `${kilobits}k`];
  const keys = [
    '-g',
    `${2 * framesPerSecond}`,
    '-keyint_min',
    `${2 * framesPerSecond}`,
    '-sc_threshold',
    '0',
  ];
  return [
    ...[
      '-filter_complex',
      graph,
      '-map',
      '[out]',
      '-t',
      `${SECONDS}`,
      '-pix_fmt',
      'yuv420p',
      '-c:v',
      'libx264',
    ],
    ...['-preset', 'veryfast', '-tune', 'zerolatency', ...rate, ...keys, '-bf', '0', '-f', 'h264'],
  ];
}
