import { Trouble } from '../contract/trouble.ts';
import type { VoiceSettings } from '../contract/settings.ts';
import type { SpeechEngine } from './recogniser/command.ts';
import { openInstalledEngine, type InstalledEngineParts } from './recogniser/installed-engine.ts';
import { PocketSphinxEngine } from './recogniser/pocketsphinx-engine.ts';

/** What recognises commands; `trouble` where it is not the one that the owner has chosen. */
export interface ChosenEngine<Command> {
  readonly engine: SpeechEngine<Command>;
  readonly trouble: { readonly what: string; readonly advice: string } | null;
}

/** Throws Trouble 'missing_program' without PocketSphinx, 'bad_grammar'. */
export async function openEngine<Command>(
  chosen: VoiceSettings['engine'],
  parts: InstalledEngineParts<Command>,
  signal: AbortSignal,
): Promise<ChosenEngine<Command>> {
  let trouble: ChosenEngine<Command>['trouble'] = null;
  if (chosen === 'sherpa-onnx') {
    try {
      return { engine: await openInstalledEngine(parts, signal), trouble };
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      trouble = { what: error.message, advice: error.advice };
    }
  }
  return { engine: await PocketSphinxEngine.open(parts.grammar, parts.wakePhrase), trouble };
}
