import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Trouble } from '../contract/trouble.ts';
import { readSound } from '../voice/sound/sound.ts';
import { mixWithNoise } from './mix.ts';
import { Progress } from './progress.ts';

/** A recording as mono samples -1..1 at 16 kHz. */
export interface Clip {
  readonly name: string;
  readonly path: string;
  readonly samples: Float32Array;
}

/** Noise to lay under every recording. */
export interface NoiseUnder {
  readonly noise: Float32Array;
  readonly snrDb: number;
}

const isSound = /\.(wav|flac|mp3|ogg|opus|m4a)$/i;

/** The sound files of folders and of all folders in them, in the order of their paths. Throws Trouble 'not_found'. */
export async function findClips(folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
      throw new Trouble('not_found', {
        what: `There is no folder ${folder}.`,
        advice: 'Name a folder with wav or flac files.',
        cause,
      });
    });
    found.push(...names.filter((name) => isSound.test(name)).map((name) => join(folder, name)));
  }
  if (found.length > 0) return found.sort();
  throw new Trouble('not_found', {
    what: `There is no sound file in ${folders.join(', ')}.`,
    advice: 'Name a folder with wav or flac files.',
  });
}

/** Reads the noise file for `--noise` and `--snr`; null without them. */
export async function readNoise(options: {
  readonly noise?: string | undefined;
  readonly snr?: number | undefined;
}): Promise<NoiseUnder | null> {
  if (options.noise === undefined && options.snr === undefined) return null;
  if (options.noise === undefined || options.snr === undefined || !Number.isFinite(options.snr))
    throw new Trouble('bad_input', {
      what: 'Noise needs both --noise FILE and --snr DB.',
      advice: 'Give both, for example --noise kitchen.wav --snr 10, or none.',
    });
  return { noise: await readSound(options.noise), snrDb: options.snr };
}

/**
 * Reads one clip after the other, with the noise under it. One that can't be read is named on standard error and in
 * `unreadable`, and left out. The excerpt of the noise depends on the clip's place in the list alone.
 */
export async function* readClips(
  paths: readonly string[],
  how: { readonly what: string; readonly noise: NoiseUnder | null; readonly unreadable: string[] },
): AsyncGenerator<Clip> {
  const progress = new Progress(how.what, paths.length);
  for (const [index, path] of paths.entries()) {
    try {
      const samples = await readSound(path);
      const mixed =
        how.noise === null
          ? samples
          : mixWithNoise(samples, how.noise.noise, { snrDb: how.noise.snrDb, seed: index });
      yield { name: basename(path), path, samples: mixed };
    } catch (error) {
      if (!(error instanceof Trouble) || error.code === 'missing_program') throw error;
      how.unreadable.push(path);
      process.stderr.write(`${error.message}\n`);
    }
    progress.say(index + 1);
  }
}
