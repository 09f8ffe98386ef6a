import { spawnSync } from 'node:child_process';

/** The number of a picture stands in its upper left corner: so many squares, white for 1, and beside them their opposites. */
export const CODE_BITS = 8;
/** A square's side is the picture's width divided by this. */
export const SQUARES_ACROSS = 40;
export const CLIP_SECONDS = 5;

export interface TimecodeClip {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly kilobitsPerSecond: number;
  /** Whether anything moves in it but the numbers and the noise. */
  readonly moving: boolean;
}

/** A bare H.264 stream of a noisy picture, as a camera sends it: a key frame a second, no B frames. */
export function makeTimecodeClip(file: string, clip: TimecodeClip): void {
  const { width, height, framesPerSecond, kilobitsPerSecond, moving } = clip;
  const side = width / SQUARES_ACROSS;
  const square = (index: number, colour: string, when: string) =>
    `drawbox=x=${index * side}:y=0:w=${side}:h=${side}:color=${colour}:t=fill:enable='${when}'`;
  const squares = Array.from({ length: CODE_BITS }, (_, bit) => {
    const value = `mod(floor(n/${2 ** bit}),2)`;
    return [
      ...[square(bit, 'white', value), square(bit, 'black', `not(${value})`)],
      ...[square(bit + CODE_BITS, 'black', value), square(bit + CODE_BITS, 'white', `not(${value})`)],
    ];
  }).flat();
  const { status, stderr } = spawnSync(
    'nice',
    [
      ...['ffmpeg', '-v', 'error', '-y', '-f', 'lavfi'],
      ...[
        '-i',
        `${moving ? 'testsrc2' : 'smptehdbars'}=size=${width}x${height}:rate=${framesPerSecond}:duration=${CLIP_SECONDS}`,
      ],
      ...['-vf', ['noise=alls=5:allf=t', ...squares].join(','), '-c:v', 'libx264', '-preset', 'veryfast'],
      ...['-bf', '0', '-b:v', `${kilobitsPerSecond}k`, '-pix_fmt', 'yuv420p', '-g', `${framesPerSecond}`],
      ...['-x264-params', 'aud=1:repeat-headers=1:scenecut=0', '-f', 'h264', file],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`ffmpeg made no clip: ${stderr}`);
}
