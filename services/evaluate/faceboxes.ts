import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { intersectionOverUnion, type PixelBox } from '../../models/pixel-box.ts';
import { pathsFrom } from '../contract/paths.ts';
import { Trouble } from '../contract/trouble.ts';
import { type AnnotatedBox, type AnnotatedPicture, parseDlibBoxes } from './dlib-boxes.ts';
import { printTable, writeJson } from './table.ts';

/** A found box is right when it shares this much of its area with an annotated one. */
const enoughOverlap = 0.5;

export interface FaceBoxFigures {
  /** The fraction of the annotated faces that were found. */
  readonly recall: number;
  /** The fraction of the found faces that are annotated. */
  readonly precision: number;
  readonly faces: number;
  readonly found: number;
  readonly pictures: number;
}

/** `lares eval faceboxes`: how well faces are found, against dlib's annotations. */
export function faceboxesCommand(): Command {
  return new Command('faceboxes')
    .description('detection of faces against the boxes of a dlib annotation file, at IoU 0.5')
    .requiredOption('--annotations <file>', 'the XML file')
    .requiredOption('--images <dir>', 'the folder that its file names start from')
    .option('--json <file>', 'write the figures there as well')
    .action(async (options: { annotations: string; images: string; json?: string }) => {
      const figures = await evaluateFaceboxes({
        pictures: parseDlibBoxes(await readText(options.annotations)),
        images: options.images,
        models: pathsFrom(process.env).models,
      });
      printTable('faceboxes', [{ ...figures }]);
      if (options.json !== undefined) await writeJson(options.json, figures);
    });
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Trouble('not_found', { what: `There is no file ${file}.`, advice: 'Check its name.', cause });
  });
}

/** Looks at every picture as at a photo that is enrolled. */
export async function evaluateFaceboxes(options: {
  readonly pictures: readonly AnnotatedPicture[];
  readonly images: string;
  readonly models: string;
}): Promise<FaceBoxFigures> {
  const { FaceReader } = await import('../vision/faces/faces.ts');
  const { readPhoto } = await import('../vision/photos/photo.ts');
  const { toPixels } = await import('../vision/pixel-region.ts');
  const { Progress } = await import('./progress.ts');
  const reader = await FaceReader.open(options.models);
  const progress = new Progress('pictures', options.pictures.length);
  const count = { faces: 0, found: 0, hits: 0 };
  for (const [i, { file, boxes }] of options.pictures.entries()) {
    const image = await readPhoto(await readFile(join(options.images, file)));
    const found = (await reader.find(image)).map((face) => ({
      ...toPixels(face.box, image),
      score: face.score,
    }));
    const judged = judgeBoxes(boxes, found);
    count.faces += judged.faces;
    count.found += judged.found;
    count.hits += judged.hits;
    progress.say(i + 1);
  }
  return {
    recall: count.hits / count.faces,
    precision: count.hits / count.found,
    faces: count.faces,
    found: count.found,
    pictures: options.pictures.length,
  };
}

/**
 * Gives each found box, best first, the annotated one that it overlaps most and that is still free. Boxes that only
 * hit an ignored one don't count.
 */
export function judgeBoxes(
  annotated: readonly AnnotatedBox[],
  found: readonly (PixelBox & { readonly score: number })[],
): { faces: number; found: number; hits: number } {
  const free = new Set(annotated.filter((box) => !box.ignored));
  const faces = free.size;
  const ignored = annotated.filter((box) => box.ignored);
  let counted = 0;
  let hits = 0;
  for (const box of found.toSorted((a, b) => b.score - a.score)) {
    const overlapWith = (other: PixelBox): number => intersectionOverUnion(box, other);
    const best = [...free].toSorted((a, b) => overlapWith(b) - overlapWith(a))[0];
    if (best && overlapWith(best) >= enoughOverlap) {
      free.delete(best);
      hits += 1;
      counted += 1;
    } else if (!ignored.some((other) => overlapWith(other) >= enoughOverlap)) counted += 1;
  }
  return { faces, found: counted, hits };
}
