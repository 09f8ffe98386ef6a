import { Command } from 'commander';
import { pathsFrom } from '../contract/paths.ts';
import type { FaceDescriptor, GalleryPerson } from '../contract/person.ts';
import { printTable, writeJson } from './table.ts';

/** All but the last three are fractions of the probes, or of the strangers. */
export interface IdentifyFigures {
  /** The most similar person is the right one, whatever the threshold. */
  readonly rank1: number;
  /** The right name was given at the default threshold. */
  readonly named: number;
  /** A wrong name was given. */
  readonly misnamed: number;
  /** A stranger got a name; null without strangers. */
  readonly strangersNamed: number | null;
  /** No face was found, in probes and strangers together. */
  readonly undetected: number;
  readonly people: number;
  readonly probes: number;
  readonly strangers: number;
}

interface Folders {
  readonly gallery: string;
  readonly probes: string;
  readonly strangers?: string;
  readonly aligned?: boolean;
}

/** `lares eval identify`: how well enrolled people are named, and strangers are not. */
export function identifyCommand(): Command {
  return new Command('identify')
    .description('naming of people; each folder holds one folder of pictures a person')
    .requiredOption('--gallery <dir>', 'the enrolled people')
    .requiredOption(
      '--probes <dir>',
      'other pictures of them; people who are not enrolled count as strangers',
    )
    .option('--strangers <dir>', 'pictures of people who are not enrolled')
    .option('--aligned', 'the pictures are crops by the ArcFace template, 112 × 112')
    .option('--json <file>', 'write the figures there as well')
    .action(async (options: Folders & { json?: string }) => {
      const figures = await evaluateIdentify({ ...options, models: pathsFrom(process.env).models });
      printTable('identify', [{ ...figures }]);
      if (options.json !== undefined) await writeJson(options.json, figures);
    });
}

/** Enrols, probes and judges with the product's own reader and thresholds. */
export async function evaluateIdentify(
  options: Folders & { readonly models: string },
): Promise<IdentifyFigures> {
  const { FaceReader } = await import('../vision/faces.ts');
  const { describePicture, picturesByPerson } = await import('./face-files.ts');
  const { Progress } = await import('./progress.ts');

  const reader = await FaceReader.open(options.models);
  const describeAll = async (what: string, folder: string): Promise<readonly Sample[]> => {
    const pictures = [...(await picturesByPerson(folder))].flatMap(([person, paths]) =>
      paths.map((path) => ({ person, path })),
    );
    const progress = new Progress(what, pictures.length);
    const samples: Sample[] = [];
    for (const { person, path } of pictures) {
      samples.push({ person, face: await describePicture(reader, path, options.aligned ?? false) });
      progress.say(samples.length);
    }
    return samples;
  };
  return identifyFigures({
    gallery: await describeAll('enrolled', options.gallery),
    probes: await describeAll('probes', options.probes),
    strangers: options.strangers === undefined ? [] : await describeAll('strangers', options.strangers),
  });
}

/** A described picture; `face` is null when none was found. */
export interface Sample {
  readonly person: string;
  readonly face: FaceDescriptor | null;
}

async function identifyFigures(samples: {
  readonly gallery: readonly Sample[];
  readonly probes: readonly Sample[];
  readonly strangers: readonly Sample[];
}): Promise<IdentifyFigures> {
  const { identify, rank } = await import('../gallery/identify.ts');
  const { shareOf } = await import('./verification.ts');
  const gallery = await galleryOf(samples.gallery);
  const enrolled = new Set(gallery.map(({ name }) => name));
  const probes = samples.probes.filter(({ person }) => enrolled.has(person));
  const strangers = [...samples.strangers, ...samples.probes.filter(({ person }) => !enrolled.has(person))];
  const nameOf = ({ face }: Sample): string | null => {
    const identity = face && identify(face, gallery);
    return identity?.kind === 'known' ? identity.name : null;
  };
  const nearestOf = ({ face }: Sample): string | null => {
    if (!face) return null;
    return rank(face, gallery)[0]?.person.name ?? null;
  };
  return {
    rank1: shareOf(probes, (probe) => nearestOf(probe) === probe.person),
    named: shareOf(probes, (probe) => nameOf(probe) === probe.person),
    misnamed: shareOf(probes, (probe) => ![null, probe.person].includes(nameOf(probe))),
    strangersNamed: strangers.length > 0 ? shareOf(strangers, (probe) => nameOf(probe) !== null) : null,
    undetected: shareOf([...probes, ...strangers], ({ face }) => face === null),
    people: gallery.length,
    probes: probes.length,
    strangers: strangers.length,
  };
}

/** The enrolled people; an enrolment picture without a face is left out, as the product refuses it. */
async function galleryOf(samples: readonly Sample[]): Promise<readonly GalleryPerson[]> {
  const { PersonId } = await import('../contract/identifiers.ts');
  const faces = new Map<string, FaceDescriptor[]>();
  for (const { person, face } of samples) if (face) faces.set(person, [...(faces.get(person) ?? []), face]);
  return [...faces].map(([name, descriptors], i) => ({
    personId: PersonId.parse(`person-${i}`),
    name,
    descriptors,
  }));
}
