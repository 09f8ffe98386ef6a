import { SpeechEmbedding } from '../../models/speech-embedding.ts';
import type { Intent } from '../contract/intent.ts';
import type { VoiceConfiguration, VoiceNews } from '../contract/voice-process.ts';
import { openEars, type Ears } from './ears.ts';
import { openEngine } from './engine.ts';
import { buildGrammar, loadPhrases } from './phrases/intents.ts';
import type { GrammarTrouble } from './phrases/phrase-file.ts';
import { SharedEngine } from './understanding.ts';
import { openKnownPhrases } from './wake/known-phrases.ts';

/** Everything that the configuration decides: two pairs of ears, the grammar of this home. */
export interface Hearing {
  readonly configuration: VoiceConfiguration;
  /** What Lares is really called by. */
  readonly wakePhrase: string;
  readonly microphone: Ears;
  /** For sentences that are spoken into the pipeline and for files, while the microphone goes on. */
  readonly played: Ears;
  readonly recogniser: SharedEngine<Intent>;
  /** What is wrong with the phrases; the rest of them works. */
  readonly troubles: readonly GrammarTrouble[];
  /** Frees the memory of networks and recogniser. */
  readonly close: () => Promise<void>;
}

export interface HearingParts {
  /** The folder of the networks. */
  readonly models: string;
  /** The folder of the owner's own phrases. */
  readonly phrases: string;
  readonly news: Pick<VoiceNews, 'wakeModel'>;
  /** Ends the opening. */
  readonly signal: AbortSignal;
}

/** Throws Trouble when a program or a model is missing. */
export async function openHearing(configuration: VoiceConfiguration, parts: HearingParts): Promise<Hearing> {
  const { voice, home } = configuration;
  const opened: { close(): void | Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0).reverse()) await one.close();
  };
  const keep = <T extends { close(): void | Promise<void> }>(one: T): T => {
    opened.push(one);
    return one;
  };
  try {
    const embedding = keep(await SpeechEmbedding.open());
    const known = await openKnownPhrases(configuration, embedding, parts.news);
    for (const { heads, secondLook } of known.phrases) {
      keep(heads);
      if (secondLook !== null) keep(secondLook);
    }
    const grammar = buildGrammar(loadPhrases(voice.language, parts.phrases), home);
    const { language } = voice;
    const spoken = { grammar, wakePhrase: known.wakePhrase, language, models: parts.models };
    const { engine, trouble } = await openEngine(voice.engine, spoken, parts.signal);
    const recogniser = new SharedEngine(keep(engine));
    const wake = { embedding, phrases: known.phrases, sensitivity: voice.wakeSensitivity };
    const microphone = await openEars(parts.models, wake);
    keep(microphone.voiceActivity);
    const played = await openEars(parts.models, wake);
    keep(played.voiceActivity);
    const substitutes = [known.trouble, trouble].filter((one) => one !== null);
    const troubles = [...substitutes, ...grammar.troubles, ...foreign(configuration, trouble === null)];
    return { configuration, wakePhrase: known.wakePhrase, microphone, played, recogniser, troubles, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The acoustic model of PocketSphinx is English: it hears other languages as an English speaker would. */
function foreign({ voice }: VoiceConfiguration, isAsChosen: boolean): readonly GrammarTrouble[] {
  if (voice.language === 'en' || (voice.engine === 'sherpa-onnx' && isAsChosen)) return [];
  const what = 'The recogniser that is installed has learnt English only, and hears other languages badly.';
  return [{ what, advice: 'Speak slowly and look at what was heard, or set the language to English.' }];
}
