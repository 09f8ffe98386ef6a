import { words } from '../../words/words.ts';
import type { Setting } from './setting.ts';

/** What a setting is called, and what it is about. */
export interface SettingWords {
  readonly title: string;
  readonly sentence: string;
  /** What else it may be looked for by. */
  readonly more: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly low?: string;
  readonly high?: string;
  /** What no value means. */
  readonly none?: string;
  readonly wrong?: string;
}

/** Of a setting without words, its name: a test sees that there is none. */
export function wordsOfSetting({ name, path }: Pick<Setting, 'name' | 'path'>): SettingWords {
  const fields: Readonly<Record<string, SettingWords>> = words.settings.fields;
  return fields[name] ?? { title: path, sentence: '', more: '' };
}

/** The same for a section, or a page beside them. */
export function wordsOfPlace(place: string): { title: string; detail: string; more: string } {
  const places: Readonly<Record<string, { title: string; detail: string; more: string }>> =
    words.settings.places;
  return places[place] ?? { title: place, detail: '', more: '' };
}
