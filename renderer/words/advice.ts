import type { GalleryAdvice } from '../../services/contract/person.ts';
import { words } from './words.ts';

/** The most helpful advice as a sentence; undefined when the gallery is good. */
export function adviceSentence([first]: readonly GalleryAdvice[]): string | undefined {
  if (first === undefined) return undefined;
  const { want, count } = first;
  return words.gallery.advice[want](words.gallery.counts[count] ?? String(count), count === 1);
}
