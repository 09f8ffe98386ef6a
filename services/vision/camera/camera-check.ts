import type { CameraSettings } from '../../contract/camera.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { CameraTest } from '../../contract/vision-process.ts';
import { connect } from './connection.ts';
import { Frame } from '../frames.ts';
import { PrivacyMask } from '../zones/privacy-mask.ts';
import { QUICK } from './source.ts';
import { streamTrouble } from './stream-trouble.ts';
import type { Y4mPicture } from './y4m.ts';

const LIMIT_MS = 9000;
const FRAMES_PER_SECOND = 5;

/**
 * Looks at a camera before it is saved: its first picture (JPEG), the size of its video in pixels, and its codec in
 * ffmpeg's words. Throws a `Trouble` that says what is wrong, within ten seconds.
 */
export async function testCamera(settings: CameraSettings, signal: AbortSignal): Promise<CameraTest> {
  const limit = AbortSignal.timeout(LIMIT_MS);
  const done = new AbortController();
  const first: { picture: Y4mPicture | null } = { picture: null };
  const end = await connect({
    camera: settings,
    opening: QUICK,
    wanted: { video: false, framesPerSecond: FRAMES_PER_SECOND },
    signal: AbortSignal.any([signal, limit, done.signal]),
    patienceMs: LIMIT_MS,
    onVideo: () => undefined,
    onPicture: (picture) => {
      first.picture ??= picture;
      done.abort();
    },
  });
  if (first.picture !== null) {
    const frame = new Frame(Date.now(), first.picture);
    new PrivacyMask(settings.zones).apply(frame);
    return { picture: await frame.jpeg(), ...formatOf(end.lines, frame) };
  }
  const { code, what, advice } = streamTrouble({ ...end, timedOut: end.timedOut || limit.aborted });
  throw new Trouble(code, { what, advice });
}

function formatOf(lines: readonly string[], frame: Frame): Omit<CameraTest, 'picture'> {
  const line = lines.find((text) => /Stream #0:\d+.*: Video: /.test(text)) ?? '';
  const codec = /: Video: (\w+)/.exec(line)?.[1] ?? 'unknown';
  const size = /, (\d{2,5})x(\d{2,5})\b/.exec(line);
  return { width: Number(size?.[1] ?? frame.width), height: Number(size?.[2] ?? frame.height), codec };
}
