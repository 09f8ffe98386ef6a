import type { CameraSettings } from '../contract/camera.ts';
import { Trouble } from '../contract/trouble.ts';
import type { CameraTest } from '../contract/vision-process.ts';
import { picturesOf } from './camera.ts';
import { Frame } from './frames.ts';
import { sourceOf } from './source.ts';
import { streamTrouble } from './stream-trouble.ts';
import { openStream, type Stream } from './stream.ts';

const LIMIT_MS = 9000;
const FRAMES_PER_SECOND = 5;

/**
 * Looks at a camera before it is saved: its first picture (JPEG), the size of its video in pixels, and its codec in
 * ffmpeg's words. Throws a `Trouble` that says what is wrong, within ten seconds.
 */
export async function testCamera(settings: CameraSettings, signal: AbortSignal): Promise<CameraTest> {
  const limit = AbortSignal.timeout(LIMIT_MS);
  const done = new AbortController();
  const any = AbortSignal.any([signal, limit, done.signal]);
  const stream = openStream(sourceOf(settings), FRAMES_PER_SECOND, any);
  try {
    for await (const picture of picturesOf(stream.output)) {
      const frame = new Frame(Date.now(), picture);
      return { picture: await frame.jpeg(), ...formatOf(stream, frame) };
    }
  } finally {
    done.abort();
  }
  const end = { lines: stream.lines(), sawPicture: false, timedOut: limit.aborted };
  const { code, what, advice } = streamTrouble(end);
  throw new Trouble(code, { what, advice });
}

function formatOf(stream: Stream, frame: Frame): Omit<CameraTest, 'picture'> {
  const line = stream.lines().find((text) => /Stream #0:\d+.*: Video: /.test(text)) ?? '';
  const codec = /: Video: (\w+)/.exec(line)?.[1] ?? 'unknown';
  const size = /, (\d{2,5})x(\d{2,5})\b/.exec(line);
  return { width: Number(size?.[1] ?? frame.width), height: Number(size?.[2] ?? frame.height), codec };
}
