import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { VoiceFiles } from '../sherpa.ts';

/** A voice that the owner has put into `<models>/voices`. */
export interface InstalledVoice {
  /** The name of its folder. */
  readonly folder: string;
  /** ISO 639-1; empty where its files do not tell. */
  readonly language: string;
  /** Null when a file is missing. */
  readonly files: VoiceFiles | null;
}

/** What is read of the description that Piper writes beside each of its voices. */
const Description = z.object({
  language: z.object({ code: z.string() }).optional(),
  espeak: z.object({ voice: z.string() }).optional(),
});
/** As in en_US-amy-low, or in vits-piper-de_DE-thorsten-medium. */
const localeInName = /(?<![A-Za-z])([a-z]{2})_[A-Z]{2}(?![A-Za-z])/;

/**
 * The Piper voices in `<models>/voices/<any folder>`, by the names of their folders. As the packages of sherpa-onnx have it, each
 * is one .onnx file with tokens.txt and espeak-ng-data/ beside it.
 */
export async function installedVoices(models: string): Promise<readonly InstalledVoice[]> {
  const folder = join(models, 'voices');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name);
  return Promise.all(names.toSorted().map((name) => installedVoice(join(folder, name))));
}

async function installedVoice(path: string): Promise<InstalledVoice> {
  const folder = basename(path);
  const names = await readdir(path).catch(() => []);
  const network = names.filter((name) => name.endsWith('.onnx') && !name.startsWith('.')).toSorted()[0];
  if (network === undefined) return { folder, language: languageInName(folder), files: null };
  const model = join(path, network);
  const described = await languageInDescription(`${model}.json`);
  const language =
    [described, languageInName(network), languageInName(folder)].find((one) => one !== '') ?? '';
  const tokens = join(path, 'tokens.txt');
  const pronunciation = join(path, 'espeak-ng-data');
  const isWhole = (await isFile(tokens)) && (await isFile(join(pronunciation, 'phontab')));
  return { folder, language, files: isWhole ? { kind: 'piper', model, tokens, pronunciation } : null };
}

/** A description that is not there or is none tells nothing. */
async function languageInDescription(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => 'null');
  const { data } = Description.safeParse(jsonOf(text));
  return (data?.language?.code ?? data?.espeak?.voice ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function languageInName(name: string): string {
  return localeInName.exec(name)?.[1] ?? '';
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() === true;
}
