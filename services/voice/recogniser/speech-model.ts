import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TransducerFiles, WhisperFiles } from '../sherpa.ts';

/** A speech model that the owner has put into `<models>/speech`; `files` is null where its kind is not known by its files. */
export interface InstalledSpeechModel {
  /** The name of its folder. */
  readonly folder: string;
  readonly files: TransducerFiles | WhisperFiles | null;
}

/**
 * The speech models in `<models>/speech/<any folder>`, by the names of their folders, as the packages of sherpa-onnx have them:
 * an encoder, a decoder and a joiner make a zipformer transducer, an encoder and a decoder a Whisper; both have tokens.
 */
export async function installedSpeechModels(
  models: string,
  language: string,
): Promise<readonly InstalledSpeechModel[]> {
  const speech = join(models, 'speech');
  const entries = await readdir(speech, { withFileTypes: true }).catch(() => []);
  const folders = entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name);
  return Promise.all(
    folders.toSorted().map(async (folder) => {
      const names = await readdir(join(speech, folder)).catch(() => []);
      return { folder, files: speechFiles(join(speech, folder), names, language) };
    }),
  );
}

/** What the files of a folder are, by their names. Of a network that is there twice, the one with 8-bit weights is taken. */
export function speechFiles(
  folder: string,
  names: readonly string[],
  language: string,
): TransducerFiles | WhisperFiles | null {
  const sorted = names.filter((name) => !name.startsWith('.')).toSorted();
  const network = (part: string, small = true): string | undefined => {
    const found = sorted.filter(
      (name) => name.endsWith('.onnx') && new RegExp(`(^|[-_.])${part}([-_.])`).test(name),
    );
    const is8Bit = (name: string): boolean => name.endsWith('.int8.onnx');
    return found.find((name) => is8Bit(name) === small) ?? found[0];
  };
  const tokens = sorted.find((name) => name === 'tokens.txt' || name.endsWith('-tokens.txt'));
  const encoder = network('encoder');
  const joiner = network('joiner');
  // The decoder of a transducer is small and decides much; the smaller one gains nothing.
  const decoder = network('decoder', joiner === undefined);
  if (encoder === undefined || decoder === undefined || tokens === undefined) return null;
  const both = {
    encoder: join(folder, encoder),
    decoder: join(folder, decoder),
    tokens: join(folder, tokens),
  };
  return joiner === undefined
    ? { kind: 'whisper', ...both, language }
    : { kind: 'zipformer', ...both, joiner: join(folder, joiner) };
}
