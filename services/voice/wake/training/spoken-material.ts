import type { TrainingOrder } from '../../../contract/voice-process.ts';
import { everydayLanguage } from './everyday-language.ts';
import { readWordList } from './near-words.ts';
import { callTexts, generalTexts, nearTexts } from './phrase-texts.ts';
import type { WakeRecipe } from './recipe.ts';
import { ownVoice, replyTexts } from './reply-texts.ts';
import { SeededRandom } from './seeded-random.ts';
import {
  enginesHere,
  synthesiseAll,
  type SpokenClip,
  type SynthesisManner,
  type Utterance,
} from './synthesis.ts';
import { drawVoice, type SpeechEngine, type VoiceChoice } from './synthetic-voice.ts';

/** Synthetic speech that a phrase is learnt from. */
export interface SpokenMaterial {
  readonly calls: readonly SpokenClip[];
  /** Calls by voices that no training uses. */
  readonly leftOut: readonly SpokenClip[];
  readonly near: readonly SpokenClip[];
  readonly general: readonly SpokenClip[];
}

type Phrase = Pick<TrainingOrder, 'phrase' | 'language'>;

/** Speaks all that is needed; `spoken` is told the share that is done, 0..1. Throws as `synthesiseAll` does. */
export async function speakMaterial(
  order: Phrase,
  recipe: WakeRecipe,
  how: SynthesisManner & { readonly spoken: (share: number) => void },
): Promise<SpokenMaterial> {
  const random = new SeededRandom(recipe.seed);
  const everyday = await everydayLanguage(order.language);
  const dictionary = order.language === 'en' ? await readWordList() : [];
  const near = await nearTexts(order.phrase, { dictionary, everyday, random, signal: how.signal });
  const general = generalTexts(order.phrase, { dictionary, everyday, count: recipe.clips.general, random });
  const drawer = new UtteranceDrawer(order.language, recipe, random);
  const voice = ownVoice[order.language];
  const said = random
    .shuffled(await replyTexts(order, everyday.words, random))
    .slice(0, recipe.clips.replies);
  const replies = said.map((text) => ({ text, voice }));
  const plans = {
    calls: drawer.draw(callTexts(order), recipe.clips.calls, 'trained'),
    leftOut: drawer.draw(callTexts(order), recipe.clips.leftOut, 'left out'),
    near: drawer.draw(near, recipe.clips.near, 'trained'),
    general: [...drawer.draw(general, recipe.clips.general, 'trained'), ...replies],
  };
  const total = Object.values(plans).reduce((sum, plan) => sum + plan.length, 0);
  let before = 0;
  const speak = async (plan: readonly Utterance[]): Promise<readonly SpokenClip[]> => {
    const spoken = (done: number): void => {
      how.spoken((before + done) / total);
    };
    const clips = await synthesiseAll(plan, { ...how, spoken });
    before += plan.length;
    return clips;
  };
  return {
    calls: await speak(plans.calls),
    leftOut: await speak(plans.leftOut),
    near: await speak(plans.near),
    general: await speak(plans.general),
  };
}

/** Draws who says what. */
class UtteranceDrawer {
  readonly #language: TrainingOrder['language'];
  readonly #engines: readonly SpeechEngine[];
  readonly #random: SeededRandom;

  constructor(language: TrainingOrder['language'], recipe: WakeRecipe, random: SeededRandom) {
    this.#language = language;
    this.#random = random;
    // Flite and festival speak English only.
    const engines = language === 'en' ? enginesHere() : enginesHere().slice(0, 1);
    this.#engines = engines.flatMap((engine) =>
      Array<SpeechEngine>(Math.round(recipe.engines[engine] * 100)).fill(engine),
    );
  }

  /** Every text is said before one is said again. */
  draw(texts: readonly string[], count: number, choice: VoiceChoice): readonly Utterance[] {
    if (texts.length === 0) return [];
    let waiting: string[] = [];
    return Array.from({ length: count }, () => {
      if (waiting.length === 0) waiting = this.#random.shuffled(texts);
      const engine = choice === 'left out' ? 'espeak-ng' : this.#random.pick(this.#engines);
      const who = { language: this.#language, choice };
      return { text: waiting.pop() ?? '', voice: drawVoice(engine, who, this.#random) };
    });
  }
}
