import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Picture } from './picture.ts';

/** How a sequence is written: painted at twice its size, shrunk, sent through H.264 as a camera does, and taken apart again. */
export interface Recording {
  readonly framesPerSecond: number;
  /** Of the painted pictures; the sequence's are half as wide and high. */
  readonly width: number;
  readonly height: number;
  /** In kbit/s; 320×240 at 25 frames a second is decent with 400. */
  readonly bitrate: number;
  /** The first frame that is scored, from 1. */
  readonly firstScored: number;
}

/** Writes a sequence in CDnet's layout (see services/evaluate/cdnet.ts) into a folder that must not exist. */
export async function writeSequence(
  folder: string,
  recording: Recording,
  pictures: Iterable<Picture> | AsyncIterable<Picture>,
): Promise<void> {
  await mkdir(join(folder, 'input'), { recursive: true });
  await mkdir(join(folder, 'groundtruth'));
  const { width, height, framesPerSecond, bitrate } = recording;
  const video = join(folder, 'video.mp4');
  const encoder = spawn(
    'ffmpeg',
    [
      ...[
        '-v',
        'error',
        '-f',
        'rawvideo',
        '-pix_fmt',
        'rgb24',
        '-s',
        `${width}x${height}`,
        '-r',
        `${framesPerSecond}`,
        '-i',
        '-',
      ],
      ...[
        '-vf',
        `scale=${width / 2}:${height / 2}:flags=area`,
        '-pix_fmt',
        'yuv420p',
        '-c:v',
        'libx264',
        '-preset',
        'veryfast',
        '-bf',
        '0',
      ],
      ...[
        '-threads',
        '1',
        '-g',
        `${2 * framesPerSecond}`,
        '-b:v',
        `${bitrate}k`,
        '-maxrate',
        `${bitrate}k`,
        '-bufsize',
        `${bitrate}k`,
        '-y',
        video,
      ],
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const encoded = once(encoder, 'close');
  let number = 0;
  for await (const picture of pictures) {
    number++;
    if (!encoder.stdin.write(Buffer.from(picture.rgb))) await once(encoder.stdin, 'drain');
    await writeTruth(join(folder, 'groundtruth', `gt${`${number}`.padStart(6, '0')}.png`), picture);
  }
  encoder.stdin.end();
  await encoded;
  const decoder = spawn(
    'ffmpeg',
    [
      '-v',
      'error',
      '-i',
      video,
      '-fps_mode',
      'passthrough',
      '-q:v',
      '2',
      join(folder, 'input', 'in%06d.jpg'),
    ],
    { stdio: 'inherit' },
  );
  await once(decoder, 'close');
  await writeFile(join(folder, 'temporalROI.txt'), `${recording.firstScored} ${number}\n`);
  await rm(video);
}

/** Half the size: a pixel that isn't one and the same all over is unknown, as CDnet has it at the rims of what moves. */
async function writeTruth(file: string, { width, height, truth }: Picture): Promise<void> {
  const half = new Uint8Array((width / 2) * (height / 2));
  for (let y = 0, to = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2, to++) {
      const at = y * width + x;
      const [a, b, c, d] = [truth[at], truth[at + 1], truth[at + width], truth[at + width + 1]];
      half[to] = a === b && a === c && a === d ? (a ?? 0) : 170;
    }
  const raw = { width: width / 2, height: height / 2, channels: 1 } as const;
  await sharp(half, { raw }).png({ compressionLevel: 3 }).toFile(file);
}
