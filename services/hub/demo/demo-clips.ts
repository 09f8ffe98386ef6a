import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Trouble } from '../../contract/trouble.ts';
import { choreography } from './demo-choreography.ts';
import { cutOut, paintStage } from './demo-paint.ts';
import { DEMO_SCENES, type DemoScene, LOOP_SECONDS } from './demo-scene.ts';

/** The clips of one demo camera: the same pictures twice, as a bare H.264 stream for the server and as a file to play. */
export interface DemoClip {
  readonly name: string;
  readonly stream: string;
  readonly file: string;
}

export interface DemoClipOptions {
  readonly directory: string;
  /** Steps done and to do. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the making, and the ffmpeg that is at it. */
  readonly signal?: AbortSignal;
}

export const DEMO_FRAMES_PER_SECOND = 12;

/** Changes when the clips look different, so that those of an older Lares are made anew. */
const EDITION = 1;

/** Where the clips are, whether or not they were made yet. */
export function demoClips(directory: string): readonly DemoClip[] {
  return DEMO_SCENES.map(({ name }) => {
    const base = join(directory, `edition-${EDITION}`, name);
    return { name, stream: `${base}.h264`, file: `${base}.mp4` };
  });
}

export function haveDemoClips(directory: string): boolean {
  return demoClips(directory).every(({ stream, file }) => existsSync(stream) && existsSync(file));
}

/**
 * Makes the clips of the demo house, once: what is there stays. Other makers at the same time do no harm; what is half made
 * is never seen. Throws the signal's reason, Trouble 'unavailable' without the photographs, 'missing_program' without ffmpeg.
 */
export async function makeDemoClips({ directory, onProgress, signal }: DemoClipOptions): Promise<void> {
  if (haveDemoClips(directory)) return;
  const photos = photoDirectory();
  await mkdir(directory, { recursive: true });
  const workshop = await mkdtemp(join(directory, '.making-'));
  try {
    for (const [index, scene] of DEMO_SCENES.entries()) {
      onProgress?.(index, DEMO_SCENES.length);
      await makeClip(scene, { photos, workshop, signal });
    }
    await putInPlace(workshop, directory);
    onProgress?.(DEMO_SCENES.length, DEMO_SCENES.length);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** When another maker was faster, theirs are as good. */
async function putInPlace(workshop: string, directory: string): Promise<void> {
  const finished = join(directory, `edition-${EDITION}`);
  if (haveDemoClips(directory)) return;
  await rm(finished, { recursive: true, force: true });
  await rename(workshop, finished).catch((error: unknown) => {
    if (!haveDemoClips(directory)) throw error;
  });
}

function photoDirectory(): string {
  try {
    const packageFile = createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json');
    return join(dirname(packageFile), 'demo');
  } catch (cause) {
    throw new Trouble('unavailable', {
      what: 'The demo house needs the sample photographs of the package @vladmandic/face-api, which is not installed.',
      advice: 'Use your own cameras, or run: npm install --include=optional',
      cause,
    });
  }
}

interface Making {
  readonly photos: string;
  readonly workshop: string;
  readonly signal: AbortSignal | undefined;
}

async function makeClip(scene: DemoScene, { photos, workshop, signal }: Making): Promise<void> {
  const base = join(workshop, scene.name);
  const stage = `${base}.stage.png`;
  await paintStage(scene, photos, stage);
  const figures: string[] = [];
  for (const [index, visit] of scene.visits.entries()) {
    figures.push(`${base}.figure-${index}.png`);
    await cutOut(visit, photos, figures[index] ?? '');
  }
  const inputs = [stage, ...figures].flatMap((file) => [
    '-framerate',
    `${DEMO_FRAMES_PER_SECOND}`,
    '-i',
    file,
  ]);
  const seconds = `${LOOP_SECONDS}`;
  const scenery = ['-filter_complex', choreography(scene), '-t', seconds];
  await ffmpeg([...inputs, ...scenery, ...ENCODER, `${base}.h264`], signal);
  const stream = ['-framerate', `${DEMO_FRAMES_PER_SECOND}`, '-i', `${base}.h264`];
  await ffmpeg([...stream, '-c', 'copy', '-movflags', '+faststart', `${base}.mp4`], signal);
  for (const file of [stage, ...figures]) await rm(file);
}

/** A camera's H.264: no B frames, a key frame every two seconds, headers with each of them. */
const ENCODER = [
  ...['-c:v', 'libx264', '-preset', 'superfast', '-crf', '21', '-bf', '0', '-pix_fmt', 'yuv420p'],
  ...['-g', `${2 * DEMO_FRAMES_PER_SECOND}`, '-sc_threshold', '0', '-f', 'h264'],
];

async function ffmpeg(args: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  const child = spawn('ffmpeg', ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal === undefined ? {} : { signal }),
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-2000)));
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('close', resolve);
  const code = await promise.catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new Trouble('missing_program', {
      what: 'The demo house needs the program ffmpeg, which is missing on this machine.',
      advice: 'Install it, on Debian with: sudo apt-get install ffmpeg',
      cause,
    });
  });
  if (code === 0) return;
  throw new Trouble('unavailable', {
    what: 'The clips of the demo house could not be made.',
    advice: 'Look for room on the disk, or use your own cameras.',
    cause: new Error(said),
  });
}
