import { en } from './en.ts';

export type Language = 'en' | 'de';

/** What the hub says, by its own English sentence; `{0}`, `{1}` … stand for what is filled in, in both. */
export type Sayings = Readonly<Record<string, string>>;

/** The shape of the texts: that of the English ones, in any language. The hub's own sentences are English. */
export type Words = Widened<typeof en> & { readonly said?: Sayings };

type Widened<Text> = Text extends string
  ? string
  : Text extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Text]: Widened<Text[Key]> };

/**
 * The texts in the language of the page. It is a live binding that changes when another language is chosen: read it where
 * a text is needed, never into a constant of a module.
 */
export let words: Words = en;

const listeners = new Set<() => void>();
let wanted: Language = 'en';

/**
 * Changes the language of the page. German is fetched only by who reads it.
 *
 * @throws when its texts can't be fetched; the language stays as it is then
 */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const texts = language === 'de' ? (await import('./de.ts')).de : en;
  // Another one may have been chosen while this one was on its way.
  if (wanted !== language || texts === words) return;
  words = texts;
  for (const changed of listeners) changed();
}

/** Calls `changed` whenever the page has got another language; returns the function that ends it. */
export function onSpoken(changed: () => void): () => void {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
}
