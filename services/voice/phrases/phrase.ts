import { Trouble } from '../../contract/trouble.ts';
import { languageOf, type Language } from './language.ts';
import { MOST_PARTS, partsOf } from './phrase-size.ts';
import type { Template } from './phrase-template.ts';
import { isSpeakable, spokenWords } from './spoken-words.ts';

/**
 * A template by whole words, as a recogniser and a matcher need it. `all` are said one after another, `one` is a choice,
 * and an empty `all` is silence.
 */
export type Phrase =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'all'; readonly items: readonly Phrase[] }
  | { readonly kind: 'one'; readonly items: readonly Phrase[] }
  | { readonly kind: 'slot'; readonly list: string; readonly slot: string }
  | { readonly kind: 'rule'; readonly rule: string };

export const SILENCE: Phrase = { kind: 'all', items: [] };

type Reference = Extract<Template, { kind: 'list' | 'rule' }>;
/** One way to write a part of a template: text pieces and references, still with its spaces. */
type Spelling = readonly (string | Reference)[];

/** So many ways may be glued together into words; more would be a grammar that no recogniser can hold. */
const MAX_SPELLINGS = 2000;

/** Throws a `bad_grammar` trouble when brackets are glued to words in too many ways. */
export function phraseOf(template: Template, language?: Language): Phrase {
  const inner = (item: Template): Phrase => phraseOf(item, language);
  switch (template.kind) {
    case 'text':
      return all(wordsOf(template.text, language).map((word) => ({ kind: 'word', word })));
    case 'list':
      return { kind: 'slot', list: template.list, slot: template.slot };
    case 'rule':
      return template;
    case 'choice':
      return one(template.items.map(inner));
    case 'permutation':
      return anyOrder(template.items.map(inner));
    case 'sequence':
      return all(gluedRuns(template.items).map((run) => phraseOfRun(run, inner)));
  }
}

/** Words of another script would just be missing, and the template would say something else. */
function wordsOf(text: string, language: Language = languageOf('')): readonly string[] {
  if (isSpeakable(text, language)) return spokenWords(text, language);
  throw wrong(`"${text.trim()}" can not be spoken in ${language.name}`);
}

/** Orders within orders multiply; they are counted before they are written out. */
function anyOrder(items: readonly Phrase[]): Phrase {
  const ways = orders(items);
  const parts = items.reduce((sum, item) => sum + partsOf(item), 1);
  if (ways.length * parts > MOST_PARTS) throw wrong('it can be said in too many orders');
  return one(ways.map(all));
}

/** Every sentence that a phrase without slots and rules can say, each as its words. */
export function sentencesOf(phrase: Phrase): readonly (readonly string[])[] {
  switch (phrase.kind) {
    case 'word':
      return [[phrase.word]];
    case 'one':
      return limited(phrase.items.flatMap(sentencesOf));
    case 'all':
      return phrase.items.reduce<readonly (readonly string[])[]>(
        (heads, item) =>
          limited(heads.flatMap((head) => sentencesOf(item).map((tail) => [...head, ...tail]))),
        [[]],
      );
    default:
      throw wrong('a value of a list has no slots and rules of its own');
  }
}

export function all(items: readonly Phrase[]): Phrase {
  const flat = items.flatMap((item) => (item.kind === 'all' ? item.items : [item]));
  return flat.length === 1 && flat[0] !== undefined ? flat[0] : { kind: 'all', items: flat };
}

export function one(items: readonly Phrase[]): Phrase {
  const flat = items.flatMap((item) => (item.kind === 'one' ? item.items : [item]));
  const different = [...new Map(flat.map((item) => [JSON.stringify(item), item])).values()];
  return different.length === 1 && different[0] !== undefined
    ? different[0]
    : { kind: 'one', items: different };
}

/** What stands between two spaces is glued: `light[s]`, `{minutes}( |-)minute[s]`. */
function gluedRuns(items: readonly Template[]): readonly (readonly Template[])[] {
  const runs: Template[][] = [[]];
  for (const item of items) {
    if (item.kind !== 'text') {
      runs.at(-1)?.push(item);
      continue;
    }
    const [first = '', ...later] = item.text.split(/\s+/);
    if (first !== '') runs.at(-1)?.push({ kind: 'text', text: first });
    for (const text of later) runs.push(text === '' ? [] : [{ kind: 'text', text }]);
  }
  return runs.filter((run) => run.length > 0);
}

function phraseOfRun(run: readonly Template[], inner: (item: Template) => Phrase): Phrase {
  if (run.length === 1 && run[0] !== undefined) return inner(run[0]);
  return one(
    spellingsOf({ kind: 'sequence', items: run }).map((spelling) => all(joined(spelling).map(inner))),
  );
}

function spellingsOf(template: Template): readonly Spelling[] {
  switch (template.kind) {
    case 'text':
      return [[template.text]];
    case 'list':
    case 'rule':
      return [[template]];
    case 'choice':
      return limited(template.items.flatMap(spellingsOf));
    case 'permutation':
      return limited(
        orders(template.items)
          .map((items) => items.flatMap((item) => [item, { kind: 'text', text: ' ' } as const]))
          .flatMap((items) => spellingsOf({ kind: 'sequence', items })),
      );
    case 'sequence':
      return template.items.reduce<readonly Spelling[]>(
        (heads, item) =>
          limited(heads.flatMap((head) => spellingsOf(item).map((tail) => [...head, ...tail]))),
        [[]],
      );
  }
}

function joined(spelling: Spelling): readonly Template[] {
  const templates: Template[] = [];
  for (const part of spelling) {
    const last = templates.at(-1);
    if (typeof part !== 'string') templates.push(part);
    else if (last?.kind === 'text')
      templates[templates.length - 1] = { kind: 'text', text: last.text + part };
    else templates.push({ kind: 'text', text: part });
  }
  return templates;
}

function orders<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length > 5) throw wrong('more than five parts can not be permuted');
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

function limited<T>(ways: readonly T[]): readonly T[] {
  if (ways.length > MAX_SPELLINGS) throw wrong('too many brackets are glued to one word');
  return ways;
}

function wrong(what: string): Trouble {
  return new Trouble('bad_grammar', { what, advice: '' });
}
