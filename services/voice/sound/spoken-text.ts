import type { VoiceSettings } from '../../contract/settings.ts';

/** About a quarter of a minute of speech. Nobody listens to more, and the page shows all of it. */
const mostCharacters = 240;
/** Longer texts are not looked at to their end. */
const mostRead = 8_000;
const restIsShown: Readonly<Record<VoiceSettings['language'], string>> = {
  en: 'The rest is on the screen.',
  de: 'Der Rest steht auf dem Bildschirm.',
};

/** Tags of SSML or HTML, with what is inside the brackets. */
const markup = /<[/!?]?[a-z][^<>]{0,300}>/giu;
/** What synthesisers take for orders (espeak-ng reads [[…]] as phonemes), or read out by name though it is only decoration. */
const signs = /[<>[\]{}|\\^~`*_#=\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Extended_Pictographic}\u{FE0F}\p{Zl}\p{Zp}]/gu;
const hasSound = /[\p{L}\p{N}]/u;
/** A sentence ends with a sign, after a word of two letters ("5. May", "p.m." end none), before a capital. */
const sentenceEnd = /(?<=[!?…]|\p{L}{2}["')]?\.)\s+(?=\p{Lu})/u;

/** A text without what a synthesiser would follow instead of saying it, and without what can't be said. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(markup, ' ')
    .replaceAll(signs, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/**
 * What of a text is said aloud, sentence by sentence: without markup, control characters and pictures, and cut where it gets
 * long. Nothing for a text without any letter or number.
 */
export function spokenSentences(text: string, language: VoiceSettings['language']): readonly string[] {
  const plain = plainText(text.slice(0, mostRead));
  const said = shortened(plain);
  const sentences = said.split(sentenceEnd).filter((sentence) => hasSound.test(sentence));
  const isWhole = said === plain && text.length <= mostRead;
  return isWhole || sentences.length === 0 ? sentences : [...sentences, restIsShown[language]];
}

/** Cut after a sentence where one ends in the second half, else after a part, else after a word, else between two characters. */
function shortened(text: string): string {
  if (text.length <= mostCharacters) return text;
  const start = text.slice(0, mostCharacters);
  const whole = start.isWellFormed() ? start : start.slice(0, -1);
  for (const ends of [['. ', '! ', '? '], [', ', '; '], [' ']]) {
    const end = Math.max(...ends.map((sign) => whole.lastIndexOf(sign)));
    if (end > mostCharacters / 2) return `${whole.slice(0, end).trimEnd()}.`;
  }
  return whole;
}
