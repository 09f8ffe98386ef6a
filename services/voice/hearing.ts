import type { Intent } from '../contract/intent.ts';
import type { VoiceConfiguration } from '../contract/voice-process.ts';
import type { SpeechEngine } from './recogniser/command.ts';
import { PocketSphinxEngine } from './recogniser/pocketsphinx-engine.ts';
import { openEars, type Ears } from './ears.ts';
import { buildGrammar, loadPhrases } from './phrases/intents.ts';
import type { GrammarTrouble } from './phrases/phrase-file.ts';

/** Everything that the configuration decides: two pairs of ears, the grammar of this home. */
export interface Hearing {
  readonly configuration: VoiceConfiguration;
  readonly microphone: Ears;
  /** For sentences that are spoken into the pipeline and for files, while the microphone goes on. */
  readonly played: Ears;
  readonly recogniser: SpeechEngine<Intent>;
  /** What is wrong with the phrases; the rest of them works. */
  readonly troubles: readonly GrammarTrouble[];
}

export interface HearingFolders {
  readonly models: string;
  /** The owner's own phrases. */
  readonly phrases: string;
}

/** Throws Trouble when a program or a model is missing, or when the wake phrase can't be said. */
export async function openHearing(
  configuration: VoiceConfiguration,
  folders: HearingFolders,
): Promise<Hearing> {
  const { voice, home } = configuration;
  const grammar = buildGrammar(loadPhrases(voice.language, folders.phrases), home);
  const recogniser = await PocketSphinxEngine.open(grammar, voice.wakePhrase);
  try {
    const microphone = await openEars(folders.models, voice);
    const played = await openEars(folders.models, voice);
    const troubles = [...grammar.troubles, ...foreign(voice.language)];
    return { configuration, microphone, played, recogniser, troubles };
  } catch (error) {
    recogniser.close();
    throw error;
  }
}

/** The acoustic model of PocketSphinx is English: it hears other languages as an English speaker would. */
function foreign(language: VoiceConfiguration['voice']['language']): readonly GrammarTrouble[] {
  if (language === 'en') return [];
  const what = 'The recogniser that is installed has learnt English only, and hears other languages badly.';
  return [{ what, advice: 'Speak slowly and look at what was heard, or set the language to English.' }];
}

export function closeHearing(hearing: Hearing): void {
  hearing.recogniser.close();
  hearing.microphone.wakeWord.close();
  hearing.played.wakeWord.close();
}
