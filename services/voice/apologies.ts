import type { VoiceSettings } from '../contract/settings.ts';
import type { Near, Recognised } from './recogniser/command.ts';

type Language = VoiceSettings['language'];

/** What Lares says when the ear, and not the hub, has the last word. `…` stands for the words that were heard. */
export const apologies = {
  en: {
    notUnderstood: "Sorry, I didn't understand.",
    notDone: "Sorry, that didn't work.",
    name: 'I heard "…", but I know nothing of that name.',
    words: 'I only understood "…".',
  },
  de: {
    notUnderstood: 'Das habe ich leider nicht verstanden.',
    notDone: 'Das hat leider nicht geklappt.',
    name: 'Ich habe „…“ gehört, kenne aber nichts, das so heißt.',
    words: 'Ich habe nur „…“ verstanden.',
  },
} as const satisfies Record<Language, Record<'notUnderstood' | 'notDone' | Near['unknown'], string>>;

/** What was heard of something that is no command, and what Lares says to it. */
export function nearly(
  recognised: Recognised<unknown>,
  language: Language,
): { readonly heard: string; readonly reply: string } {
  const near = recognised.kind === 'unclear' ? recognised.near : undefined;
  if (near === undefined) return { heard: '', reply: apologies[language].notUnderstood };
  return { heard: near.heard, reply: apologies[language][near.unknown].replace('…', () => near.heard) };
}
