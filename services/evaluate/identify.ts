import { Command } from 'commander';
import { pathsFrom } from '../contract/paths.ts';
import type { FaceDescriptor, GalleryPerson } from '../contract/person.ts';
import type { ReliabilityFigures } from './reliability.ts';
import { printTable, writeJson } from './table.ts';

/**
 * The first five are fractions of the probes, or of the strangers. The reliability is that of the likeliest person's confidence,
 * probes and strangers weighed alike in all, as the product expects them.
 */
export interface IdentifyFigures extends ReliabilityFigures {
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
  const { FaceReader } = await import('../vision/faces/faces.ts');
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

/** What the product says of a picture, and who is in it; `person` null for a stranger. */
interface Judgement {
  readonly person: string | null;
  readonly isSeen: boolean;
  /** The most similar person, whatever the threshold. */
  readonly nearest: string | null;
  readonly confidence: number;
  readonly name: string | null;
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
  const judge = ({ person, face }: Sample): Judgement => {
    const [best] = face ? rank(face, gallery) : [];
    const identity = face ? identify(face, gallery) : null;
    return {
      person: enrolled.has(person) ? person : null,
      isSeen: face !== null,
      nearest: best?.person.name ?? null,
      confidence: best?.confidence ?? 0,
      name: identity?.kind === 'known' ? identity.name : null,
    };
  };
  const judged = samples.probes.map(judge);
  const probes = judged.filter(({ person }) => person !== null);
  const strangers = [
    ...judged.filter(({ person }) => person === null),
    ...samples.strangers.map((stranger) => ({ ...judge(stranger), person: null })),
  ];
  return {
    rank1: shareOf(probes, ({ nearest, person }) => nearest === person),
    named: shareOf(probes, ({ name, person }) => name === person),
    misnamed: shareOf(probes, ({ name, person }) => name !== null && name !== person),
    strangersNamed: strangers.length > 0 ? shareOf(strangers, ({ name }) => name !== null) : null,
    undetected: shareOf([...probes, ...strangers], ({ isSeen }) => !isSeen),
    ...(await reliabilityFigures(probes, strangers)),
    people: gallery.length,
    probes: probes.length,
    strangers: strangers.length,
  };
}

async function reliabilityFigures(
  probes: readonly Judgement[],
  strangers: readonly Judgement[],
): Promise<ReliabilityFigures> {
  const { reliabilityOf } = await import('./reliability.ts');
  const predictions = [probes, strangers].flatMap((group) =>
    group
      .filter(({ isSeen }) => isSeen)
      .map(({ confidence, nearest, person }) => ({
        probability: confidence,
        isSo: nearest === person,
        weight: 1 / group.length,
      })),
  );
  return reliabilityOf(predictions);
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
