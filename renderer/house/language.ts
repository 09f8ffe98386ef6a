import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { KioskSettings } from '../../services/contract/settings.ts';
import { trpc } from '../hub.ts';
import { onSpoken, speak, words, type Language } from '../words/words.ts';

const remembered = 'lares-language';

/** The language that the settings wish for; `auto` is the browser's, or English where Lares does not speak that. */
export function languageOf(wish: KioskSettings['language'], browser: readonly string[]): Language {
  if (wish !== 'auto') return wish;
  const own = browser
    .map((each) => each.slice(0, 2).toLowerCase())
    .find((each) => each === 'en' || each === 'de');
  return own === 'de' ? 'de' : 'en';
}

/** Speaks the language that this browser spoke last, before the hub has answered. */
export async function speakRemembered(): Promise<void> {
  const last = localStorage.getItem(remembered);
  await speakAs(last === 'en' || last === 'de' ? last : 'auto');
}

/** Shows the page in the language of the settings, and draws it anew, with all that was typed, when another is chosen. */
export function useLanguage(open: boolean): void {
  const settings = useQuery({ ...trpc.settings.get.queryOptions(), enabled: open });
  const wish = settings.data?.kiosk.language;
  useEffect(() => {
    if (wish === undefined) return;
    localStorage.setItem(remembered, wish);
    void speakAs(wish);
  }, [wish]);
  useSyncExternalStore(onSpoken, () => words);
}

async function speakAs(wish: KioskSettings['language']): Promise<void> {
  try {
    await speak(languageOf(wish, navigator.languages));
  } catch {
    // The hub is away, so the page goes on in the language that it has.
  }
  document.documentElement.lang = words.language;
}
