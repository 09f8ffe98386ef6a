import { access, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RgbImage } from '../../models/image.ts';
import type { FaceDescriptor } from '../contract/person.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Face, FaceReader } from '../vision/faces/faces.ts';
import { readPhoto } from '../vision/photos/photo.ts';

const extensions = ['', '.jpg', '.png', '.jpeg', '.JPG', '.PNG', '.webp'];
const isPicture = /\.(jpe?g|png|webp|bmp|pgm|heic)$/i;

/**
 * Finds a picture by the name that a list gives it: as it stands, with another extension, or without its folders, as
 * some copies of LFW lie in one folder. Throws Trouble 'not_found'.
 */
export async function findPicture(folder: string, name: string): Promise<string> {
  const bare = name.replace(/\.(jpe?g|png|webp)$/i, '');
  const places = [name, bare, basename(bare)];
  for (const place of places) {
    for (const extension of extensions) {
      const path = join(folder, place + extension);
      if (isPicture.test(path) && (await isThere(path))) return path;
    }
  }
  throw new Trouble('not_found', {
    what: `There is no picture ${name} in ${folder}.`,
    advice:
      'Check that the folder belongs to the list, in the layout Name/Name_0001.jpg or all in one folder.',
  });
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The pictures of each person: one folder a person, named like the person. Throws Trouble 'not_found' when there is none. */
export async function picturesByPerson(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((cause: unknown) => {
    throw new Trouble('not_found', {
      what: `There is no folder ${folder}.`,
      advice: 'Check its name.',
      cause,
    });
  });
  const people = new Map<string, string[]>();
  for (const entry of entries) {
    if (!entry.isFile() || !isPicture.test(entry.name)) continue;
    const person = basename(entry.parentPath);
    people.set(person, [...(people.get(person) ?? []), join(entry.parentPath, entry.name)]);
  }
  if (people.size === 0) {
    throw new Trouble('not_found', {
      what: `There are no pictures in ${folder}.`,
      advice: 'It needs one folder a person with JPEG, PNG or WebP files.',
    });
  }
  for (const pictures of people.values()) pictures.sort();
  return people;
}

/** Describes the person in a picture; null when there is no face. `aligned`: it is an ArcFace crop. */
export async function describePicture(
  reader: FaceReader,
  path: string,
  aligned: boolean,
): Promise<FaceDescriptor | null> {
  const image = await readPhoto(await readFile(path));
  const face = aligned
    ? await reader.faceIn(image, alignedFaceBox(image))
    : subjectOf(await reader.find(image));
  return face ? reader.describe(image, face) : null;
}

/** Where the face is in a crop by the ArcFace template (112 × 112, or scaled): brows to chin and ear to ear. */
export function alignedFaceBox({ width, height }: Pick<RgbImage, 'width' | 'height'>): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  return { x: 0.08 * width, y: 0.2 * height, width: 0.84 * width, height: 0.84 * height };
}

/** Of several faces the one that the picture is about: large and near the middle. */
export function subjectOf(faces: readonly Face[]): Face | undefined {
  const prominence = ({ box }: Face): number => {
    const dx = box.x + box.width / 2 - 0.5;
    const dy = box.y + box.height / 2 - 0.5;
    return box.width * (1 - Math.hypot(dx, dy));
  };
  return faces.toSorted((a, b) => prominence(b) - prominence(a))[0];
}
