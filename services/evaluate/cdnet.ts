import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { RgbImage } from '../../models/image.ts';
import { Trouble } from '../contract/trouble.ts';
import { type GreyPicture, readBitmap } from './bitmap.ts';

/**
 * A sequence in the layout of changedetection.net (Wang et al., "CDnet 2014", CVPRW 2014): `input/in000001.jpg …`,
 * `groundtruth/gt000001.png …`, `temporalROI.txt` with the first and last frame number that count, and, where only a part
 * of the picture counts, `ROI.bmp` (white counts).
 */
export interface Sequence {
  readonly name: string;
  /** In their order; frames before the temporal region are there too. */
  readonly frames: readonly SequenceFrame[];
  readonly region: GreyPicture | null;
}

export interface SequenceFrame {
  readonly number: number;
  readonly input: string;
  /** Null for a frame outside of the temporal region: it is seen but not scored. */
  readonly truth: string | null;
}

/**
 * Finds the sequences that folders name: each is a sequence itself, or holds sequences.
 * @throws {Trouble} `not_found` when a folder is missing or holds none.
 */
export async function findSequences(folders: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(folders.map(sequencesIn));
  return found.flat();
}

async function sequencesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new Trouble('not_found', {
      what: `The folder ${folder} can't be read.`,
      advice: 'Name a folder that exists.',
      cause,
    });
  });
  const names = new Set(entries.map((entry) => entry.name));
  if (['input', 'groundtruth', 'temporalROI.txt'].some((name) => names.has(name))) return [folder];
  const inner = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => sequencesIn(join(folder, entry.name)).catch(() => [])),
  );
  const sequences = inner.flat().sort();
  if (sequences.length > 0) return sequences;
  throw new Trouble('not_found', {
    what: `There is no motion sequence in ${folder}.`,
    advice: "A sequence has the folders input and groundtruth and the file temporalROI.txt, as CDnet's do.",
  });
}

/**
 * Reads what a sequence consists of, not yet its pictures.
 * @throws {Trouble} `bad_input` when a part is missing or frames and ground truth don't belong together.
 */
export async function readSequence(folder: string): Promise<Sequence> {
  const name = basename(resolve(folder));
  const inputs = await numberedFiles(folder, 'input', /\.(jpe?g|png)$/i);
  const truths = await numberedFiles(folder, 'groundtruth', /\.png$/i);
  const { first, last } = await temporalRegion(folder);
  const frames = [...inputs].map(([number, input]) => ({
    number,
    input,
    truth: number >= first && number <= last ? (truths.get(number) ?? '') : null,
  }));
  const scored = frames.filter((frame) => frame.truth !== null);
  if (scored.length === 0)
    throw misfit(
      folder,
      `has no frame from ${first} to ${last}, which temporalROI.txt says are to be scored.`,
    );
  const lacking = scored.find((frame) => frame.truth === '');
  if (lacking !== undefined) throw misfit(folder, `has no ground truth for frame ${lacking.number}.`);
  const orphan = [...truths.keys()].find(
    (number) => number >= first && number <= last && !inputs.has(number),
  );
  if (orphan !== undefined) throw misfit(folder, `has ground truth but no input for frame ${orphan}.`);
  return { name, frames, region: await spatialRegion(folder) };
}

/** An input frame, RGB at its own size. */
export async function readFrame(file: string): Promise<RgbImage> {
  const { data, info } = await pixelsOf(file, (picture) => picture.toColourspace('srgb').removeAlpha());
  if (info.channels === 3) return { width: info.width, height: info.height, data };
  const rgb = new Uint8Array(info.width * info.height * 3);
  for (let i = 0; i < rgb.length; i++) rgb[i] = data[Math.floor(i / 3) * info.channels] ?? 0;
  return { width: info.width, height: info.height, data: rgb };
}

/** A ground-truth picture: its values as they are written (0, 50, 85, 170, 255). */
export async function readTruth(file: string): Promise<GreyPicture> {
  const { data, info } = await pixelsOf(file, (picture) => picture);
  const values = new Uint8Array(info.width * info.height);
  for (let i = 0; i < values.length; i++) values[i] = data[i * info.channels] ?? 0;
  return { width: info.width, height: info.height, data: values };
}

async function pixelsOf(file: string, treat: (picture: Sharp) => Sharp) {
  try {
    return await treat(sharp(file)).raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  } catch (cause) {
    throw new Trouble('damaged', {
      what: `The picture ${file} can't be read.`,
      advice: 'Copy the sequence again from where it came.',
      cause,
    });
  }
}

/** Files by the number at the end of their name, in its order. */
async function numberedFiles(
  folder: string,
  part: string,
  pattern: RegExp,
): Promise<ReadonlyMap<number, string>> {
  const names = await readdir(join(folder, part)).catch((cause: unknown) => {
    throw misfit(folder, `lacks the folder ${part}.`, cause);
  });
  const numbered = names
    .filter((name) => pattern.test(name))
    .map((name) => ({ number: Number(/(\d+)\.\w+$/.exec(name)?.[1] ?? 'NaN'), name }))
    .filter(({ number }) => Number.isFinite(number))
    .sort((a, b) => a.number - b.number);
  if (numbered.length === 0) throw misfit(folder, `has no numbered pictures in the folder ${part}.`);
  return new Map(numbered.map(({ number, name }) => [number, join(folder, part, name)]));
}

async function temporalRegion(folder: string): Promise<{ readonly first: number; readonly last: number }> {
  const text = await readFile(join(folder, 'temporalROI.txt'), 'utf8').catch((cause: unknown) => {
    throw misfit(folder, 'lacks the file temporalROI.txt.', cause);
  });
  const [first, last] = text
    .trim()
    .split(/[\s,;]+/)
    .map(Number);
  if (first === undefined || last === undefined || !(first <= last))
    throw misfit(folder, 'has a temporalROI.txt that is not two frame numbers, the first and the last.');
  return { first, last };
}

async function spatialRegion(folder: string): Promise<GreyPicture | null> {
  const bytes = await readFile(join(folder, 'ROI.bmp')).catch(() => null);
  if (bytes === null) return null;
  const picture = readBitmap(bytes);
  if (picture === null) throw misfit(folder, 'has a ROI.bmp that is no uncompressed Windows bitmap.');
  return picture;
}

function misfit(folder: string, what: string, cause?: unknown): Trouble {
  return new Trouble('bad_input', {
    what: `The sequence ${folder} ${what}`,
    advice:
      "A sequence has CDnet's layout: input/in000001.jpg, groundtruth/gt000001.png, and temporalROI.txt with two numbers.",
    cause,
  });
}
