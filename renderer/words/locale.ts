import { words } from './words.ts';

/** The device's own kind of the page's language (en-GB writes 22 November, en-US November 22). */
export function locale(): string {
  return navigator.languages.find((each) => each.startsWith(words.language)) ?? words.language;
}

/** A format of dates or numbers in the page's language: made when it is first needed, and anew for another language. */
export function inLocale<Format>(make: (locale: string) => Format): () => Format {
  let made: { readonly locale: string; readonly format: Format } | undefined;
  return () => {
    const present = locale();
    if (made?.locale !== present) made = { locale: present, format: make(present) };
    return made.format;
  };
}
