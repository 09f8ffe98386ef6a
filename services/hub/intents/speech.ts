import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Slots } from '../../contract/intent.ts';
import { ReplyWords, type ReplyName, type UnitName } from './reply-words.ts';
import { aName, capitalised, plainName, theName } from './spoken.ts';

const REPLIES = join(import.meta.dirname, '../../../resources/replies');

export type SpeechLanguage = 'en' | 'de';
type Values = Readonly<Record<string, string | number>>;

/** How Lares answers in one language: sentences by name, and names, numbers and times as people say them. */
export class Speech {
  readonly #words: ReplyWords;
  static readonly #known = new Map<SpeechLanguage, Speech>();

  constructor(words: ReplyWords) {
    this.#words = words;
  }

  /** The replies of a language, read once. Throws when our own file is broken: that is our bug. */
  static in(language: SpeechLanguage): Speech {
    const known = this.#known.get(language);
    if (known !== undefined) return known;
    const file: unknown = parse(readFileSync(join(REPLIES, `${language}.yaml`), 'utf8'));
    const speech = new Speech(ReplyWords.parse(file));
    this.#known.set(language, speech);
    return speech;
  }

  /** A whole sentence, its first letter a capital. */
  say(name: ReplyName, values: Values = {}): string {
    return capitalised(this.part(name, values));
  }

  /** A part of a sentence. */
  part(name: ReplyName, values: Values = {}): string {
    return filled(this.#words.sentences[name], values);
  }

  /** "the kitchen light", or the name as it is written where the language has more than one article. */
  the(name: string): string {
    return this.#hasArticle ? theName(name) : name;
  }

  a(name: string): string {
    return this.#hasArticle ? aName(name) : name;
  }

  /** A name without an article inside a sentence. */
  plain(name: string): string {
    return this.#hasArticle ? plainName(name) : name;
  }

  /** "one", "one and two", "one, two and three". */
  listed(parts: readonly string[]): string {
    const last = parts.at(-1) ?? '';
    return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${this.#words.and} ${last}`;
  }

  /** "2 minutes", "21.5 degrees"; at most one decimal. */
  count(value: number, unit: UnitName): string {
    const rounded = Math.round(value * 10) / 10;
    const { one, other } = this.#words.units[unit];
    const n = new Intl.NumberFormat(this.#words.locale, { useGrouping: false }).format(rounded);
    return filled(rounded === 1 ? one : other, { n });
  }

  /** "1 hour and 5 minutes"; seconds are left out beside hours. */
  duration(lengthMs: number): string {
    const total = Math.round(lengthMs / 1000);
    const hours = Math.floor(total / 3600);
    const minutes = Math.floor((total % 3600) / 60);
    const seconds = total % 60;
    const parts: string[] = [];
    if (hours > 0) parts.push(this.count(hours, 'hour'));
    if (minutes > 0) parts.push(this.count(minutes, 'minute'));
    if ((seconds > 0 && hours === 0) || parts.length === 0) parts.push(this.count(seconds, 'second'));
    return this.listed(parts);
  }

  /** "light", "lights" or "no light", for a domain or a device class. */
  kind(
    { domain, device_class }: Pick<Slots, 'domain' | 'device_class'>,
    form: 'one' | 'other' | 'none',
  ): string {
    const { kinds } = this.#words;
    return (
      (kinds[device_class ?? domain ?? 'device'] ?? kinds[domain ?? 'device'] ?? kinds['device'])?.[form] ??
      ''
    );
  }

  state(state: string): string {
    return this.#words.states[state] ?? state;
  }

  color(name: string): string {
    return this.#words.colors[name] ?? name;
  }

  /** " in the kitchen", or nothing. */
  where(area: string | undefined): string {
    return area === undefined ? '' : this.part('in_area', { area: this.the(area) });
  }

  /** "a moment ago", "5 minutes ago", "more than a day ago". */
  ago(ms: number): string {
    if (ms < 60_000) return this.part('a_moment_ago');
    if (ms >= 24 * 60 * 60_000) return this.part('long_ago');
    return this.part('ago', { duration: this.duration(Math.round(ms / 60_000) * 60_000) });
  }

  /** "2:30 PM". */
  time(atMs: number): string {
    const { locale } = this.#words;
    const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(atMs);
    return time.replaceAll(/\s/g, ' ');
  }

  /** "Monday, May 4". */
  date(atMs: number): string {
    const { locale } = this.#words;
    return new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric' }).format(atMs);
  }

  get #hasArticle(): boolean {
    return this.#words.article !== '';
  }
}

function filled(sentence: string, values: Values): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
