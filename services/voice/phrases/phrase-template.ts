import { Trouble } from '../../contract/trouble.ts';

/**
 * A sentence template as Home Assistant's hassil writes it (https://github.com/OHF-Voice/hassil, "Template syntax"):
 * `(a|b)` one of them, `[a]` optional, `(a;b)` both in any order, `{list}` and `{list:slot}` a value of a list,
 * `<rule>` a rule of `expansion_rules`, `{0..100:slot}` a number of a range, `{list:@x}` a value that makes no slot. Spaces count: `light[s]` is one word, `light [s]` are two.
 */
export type Template =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sequence'; readonly items: readonly Template[] }
  | { readonly kind: 'choice'; readonly items: readonly Template[] }
  | { readonly kind: 'permutation'; readonly items: readonly Template[] }
  /** Where `slot` is '', the value is read and not kept. */
  | { readonly kind: 'list'; readonly list: string; readonly slot: string }
  | { readonly kind: 'rule'; readonly rule: string };

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
const NAME = /^[\p{L}\p{N}_-]+$/u;
const RANGE = /^\d+\.\.\d+(,\d+)?$/;

/** Deeper nesting than this is a mistake of the writer, and would exhaust the stack. */
const MAX_DEPTH = 40;

/** Throws a `bad_grammar` trouble, whose sentence has no full stop: the caller adds file and line in front of it. */
export function parseTemplate(source: string): Template {
  const reader = new Reader(source);
  const template = reader.group('', 0);
  if (reader.rest !== '') throw wrong(`there is a "${reader.rest.charAt(0)}" too many in "${source}"`);
  return template;
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get rest(): string {
    return this.#source.slice(this.#at);
  }

  /** Reads up to the closing bracket, which is left for the caller; `closing` is '' for the whole sentence. */
  group(closing: string, depth: number): Template {
    if (depth > MAX_DEPTH) throw wrong('its brackets are nested too deep');
    const choices: Template[] = [];
    let permuted: Template[] = [];
    for (;;) {
      permuted.push(this.#sequence(depth));
      const separator = this.rest.charAt(0);
      if (separator === '|' || separator === ';') this.#at++;
      if (separator === ';') continue;
      choices.push(only(permuted, 'permutation'));
      permuted = [];
      if (separator === '|') continue;
      if (separator === closing) return only(choices, 'choice');
      if (separator === '') throw wrong(`a "${closing}" is missing in "${this.#source}"`);
      throw wrong(`there is a "${separator}" too many in "${this.#source}"`);
    }
  }

  #sequence(depth: number): Template {
    const items: Template[] = [];
    while (this.rest !== '' && !')]}>|;'.includes(this.rest.charAt(0))) items.push(this.#item(depth));
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'sequence', items };
  }

  #item(depth: number): Template {
    const opening = this.rest.charAt(0);
    const closing = CLOSING[opening];
    if (closing === undefined) return this.#text();
    this.#at++;
    if (opening === '{' || opening === '<') return reference(opening, this.#until(closing));
    const inner = this.group(closing, depth + 1);
    this.#at++;
    return opening === '(' ? inner : { kind: 'choice', items: [inner, { kind: 'text', text: '' }] };
  }

  #text(): Template {
    const [raw = ''] = /^(?:\\.|[^\\()[\]{}<>|;])+|^\\/s.exec(this.rest) ?? [];
    this.#at += raw.length;
    return { kind: 'text', text: raw.replaceAll(/\\(.)/gs, '$1') };
  }

  #until(closing: string): string {
    const end = this.#source.indexOf(closing, this.#at);
    if (end < 0) throw wrong(`a "${closing}" is missing in "${this.#source}"`);
    const inner = this.#source.slice(this.#at, end);
    this.#at = end + 1;
    return inner.trim();
  }
}

function reference(opening: string, inner: string): Template {
  const closing = CLOSING[opening] ?? '';
  const found = opening === '<' ? ruleOf(inner) : listOf(inner.split(':').map((part) => part.trim()));
  if (found !== null) return found;
  throw wrong(
    `"${opening}${inner}${closing}" is not a ${opening === '<' ? '<rule>' : '{list} or {list:slot}'}`,
  );
}

function ruleOf(rule: string): Template | null {
  return NAME.test(rule) ? { kind: 'rule', rule } : null;
}

/** `slot` is '' for what Home Assistant uses in its answers only: `{list:@x}`, or `{@list}`. */
function listOf([first = '', second, third]: readonly string[]): Template | null {
  const isUnslotted = (second ?? first).startsWith('@');
  const list = second === undefined ? first.replace(/^@/, '') : first;
  const slot = (second ?? first).replace(/^@/, '');
  const isNamed = NAME.test(list) || (second !== undefined && RANGE.test(list));
  if (third !== undefined || !isNamed || !NAME.test(slot)) return null;
  return { kind: 'list', list, slot: isUnslotted ? '' : slot };
}

function only(items: readonly Template[], kind: 'choice' | 'permutation'): Template {
  return items.length === 1 && items[0] !== undefined ? items[0] : { kind, items };
}

function wrong(what: string): Trouble {
  return new Trouble('bad_grammar', { what, advice: '' });
}
