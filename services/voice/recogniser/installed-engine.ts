import { join } from 'node:path';
import { Trouble } from '../../contract/trouble.ts';
import type { CommandGrammar } from '../phrases/command-grammar.ts';
import { languageOf } from '../phrases/language.ts';
import { requireSherpa } from '../sherpa.ts';
import { worksInSherpa } from '../sherpa-trial.ts';
import type { SpeechEngine } from './command.ts';
import { StreamingEngine } from './sherpa-streaming.ts';
import { WhisperEngine } from './sherpa-whisper.ts';
import { installedSpeechModels } from './speech-model.ts';

export interface InstalledEngineParts<Command> {
  readonly grammar: CommandGrammar<Command>;
  readonly wakePhrase: string;
  /** ISO 639-1. */
  readonly language: string;
  /** The folder of the networks. */
  readonly models: string;
}

/**
 * Opens the first speech model in `<models>/speech` that works, in the order of their folders' names.
 * @throws {Trouble} 'missing_model' when there is none, 'damaged' when none works, 'missing_program' without sherpa-onnx.
 */
export async function openInstalledEngine<Command>(
  { grammar, wakePhrase, language, models }: InstalledEngineParts<Command>,
  signal: AbortSignal,
): Promise<SpeechEngine<Command>> {
  const installed = await installedSpeechModels(models, language);
  const parts = { grammar, wakePhrase, language: languageOf(language) };
  const speech = join(models, 'speech');
  if (installed.length === 0) throw noModel(speech);
  await requireSherpa();
  for (const { files } of installed) {
    if (files === null || !(await worksInSherpa(files, signal))) continue;
    return files.kind === 'zipformer' ? StreamingEngine.open(files, parts) : WhisperEngine.open(files, parts);
  }
  throw new Trouble('damaged', {
    what: `No speech model in ${speech} works: ${installed.map(({ folder }) => folder).join(', ')}.`,
    advice: `${whatToPut} Commands are recognised by PocketSphinx meanwhile.`,
  });
}

const whatToPut =
  'Put a streaming zipformer (encoder, decoder, joiner and tokens.txt) or a Whisper (encoder, decoder and tokens.txt) for sherpa-onnx there, in a folder of its own.';

function noModel(speech: string): Trouble {
  return new Trouble('missing_model', {
    what: `There is no speech model in ${speech}, so commands are recognised by PocketSphinx.`,
    advice: `${whatToPut} Or choose PocketSphinx in the settings.`,
  });
}
