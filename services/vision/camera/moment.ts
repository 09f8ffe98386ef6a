import type { VideoConfig } from '../../contract/video.ts';
import { annexB } from './annexb.ts';
import { familyOf } from './codec.ts';
import { startFfmpeg } from './ffmpeg.ts';
import type { Unit } from './groups.ts';
import { rawInput } from './raw-feed.ts';
import { shrunk } from './stream.ts';
import { picturesOf, type Y4mPicture } from './y4m.ts';

/** A machine that needs longer is too busy for a closer look. */
const LIMIT_MS = 2000;

/**
 * Decodes one picture out of the units since a key frame: the last of them. By an ffmpeg of its own, since it is needed only
 * now and then; null when no picture can be made.
 */
export async function decodeMoment(
  config: VideoConfig,
  units: readonly Unit[],
  signal: AbortSignal,
): Promise<Y4mPicture | null> {
  if (units.length === 0) return null;
  const family = familyOf(config.codec);
  if (family === 'other') return null;
  // Some units may give no picture; the last one that does is near enough.
  const last = `select='gte(n,${units.length - 3})'`;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  const ffmpeg = startFfmpeg(
    [
      ...['-threads', '1', ...rawInput(family), '-vf', `${last},${shrunk}`, '-threads', '1'],
      ...['-f', 'yuv4mpegpipe', 'pipe:1'],
    ],
    limit,
  );
  for (const { chunk } of units) ffmpeg.input.write(annexB(config, chunk));
  ffmpeg.input.end();
  let found: Y4mPicture | null = null;
  for await (const picture of picturesOf(ffmpeg.output)) found = picture;
  return found;
}
