import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { FaceDescriptor } from '../contract/person.ts';
import { pathsFrom } from '../contract/paths.ts';
import { Trouble } from '../contract/trouble.ts';
import { type FacePair, parseFacePairs } from './face-pairs.ts';
import { printTable, writeJson } from './table.ts';
import type { ReliabilityFigures } from './reliability.ts';
import type { VerificationFigures } from './verification.ts';

export interface FaceFigures extends VerificationFigures, ReliabilityFigures {
  /** The fraction of the pictures in which no face was found; a pair with such a picture counts as different. */
  readonly undetected: number;
  readonly pictures: number;
  readonly pairs: number;
  readonly model: string;
}

/** `lares eval faces`: how well faces of the same person are told from those of two, in LFW's own layout. */
export function facesCommand(): Command {
  return new Command('faces')
    .description('verification on LFW’s pairs.txt, or on a CSV of file,file,yes|no')
    .requiredOption('--pairs <file>', 'the list of pairs')
    .requiredOption('--images <dir>', 'the folder of the pictures')
    .option('--aligned', 'the pictures are crops by the ArcFace template, 112 × 112')
    .option('--json <file>', 'write the figures there as well')
    .action(async (options: { pairs: string; images: string; aligned?: true; json?: string }) => {
      const figures = await evaluateFaces({
        pairs: await readList(options.pairs),
        images: options.images,
        aligned: options.aligned ?? false,
        models: pathsFrom(process.env).models,
      });
      printTable('faces', [{ ...figures }]);
      if (options.json !== undefined) await writeJson(options.json, figures);
    });
}

async function readList(file: string): Promise<readonly FacePair[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Trouble('not_found', { what: `There is no list ${file}.`, advice: 'Check its name.', cause });
  });
  return parseFacePairs(text);
}

/** Describes every picture once with the product's own reader, then compares the pairs. */
export async function evaluateFaces(options: {
  readonly pairs: readonly FacePair[];
  readonly images: string;
  readonly aligned: boolean;
  readonly models: string;
}): Promise<FaceFigures> {
  const { describePicture, findPicture } = await import('./face-files.ts');
  const { FaceReader } = await import('../vision/faces/faces.ts');
  const { compareFaces } = await import('../gallery/comparison.ts');
  const { probabilityOf } = await import('../gallery/calibration.ts');
  const { Progress } = await import('./progress.ts');
  const { reliabilityOf } = await import('./reliability.ts');
  const { shareOf, verificationFigures } = await import('./verification.ts');

  const reader = await FaceReader.open(options.models);
  const names = [...new Set(options.pairs.flatMap(({ first, second }) => [first, second]))];
  const paths = await Promise.all(names.map((name) => findPicture(options.images, name)));
  const progress = new Progress('pictures', names.length);
  const descriptors = new Map<string, FaceDescriptor | null>();
  for (const [i, name] of names.entries()) {
    descriptors.set(name, await describePicture(reader, paths[i] ?? name, options.aligned));
    progress.say(i + 1);
  }
  const comparisons = options.pairs.map(({ first, second, same, fold }) => {
    const [a, b] = [descriptors.get(first), descriptors.get(second)];
    const compared = a && b ? compareFaces(a, b) : null;
    return { same, fold, similarity: a && compared !== null ? probabilityOf(compared, a.modelId) : -1 };
  });
  const predictions = comparisons
    .filter(({ similarity }) => similarity >= 0)
    .map(({ similarity, same }) => ({ probability: similarity, isSo: same, weight: 1 }));
  return {
    ...verificationFigures(comparisons, 0.5),
    ...reliabilityOf(predictions),
    undetected: shareOf([...descriptors.values()], (descriptor) => descriptor === null),
    pictures: names.length,
    pairs: comparisons.length,
    model: reader.modelId,
  };
}
