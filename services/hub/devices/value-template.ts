import { isJson } from './abbreviations.ts';

/** Reads what is meant out of a message; undefined when the message does not hold it. */
export type ValueReader = (message: string) => string | undefined;
/** Writes a value into a message. */
export type ValueWriter = (value: string) => string;

/** Longer ones are never plain, and what a device sends must not keep the patterns below busy. */
const LONGEST_TEMPLATE = 1000;
const PATH = /^(?:\.\w+|\[(?:'[^']*'|"[^"]*"|\d+)\])+/;
const NUMBER_FILTERS = /^(?:\|\s*(?:int|float|string)(?:\([^()]*\))?\s*)*$/;

/**
 * Of Home Assistant's templates (Jinja) the forms that devices mostly use: `{{ value }}`, `{{ value_json.a.b }}`,
 * `{{ value_json['a'] }}`, each also with `| int` or `| float`. Null for any other template.
 */
export function valueReader(template: string | undefined): ValueReader | null {
  if (template === undefined) return (message) => message;
  if (template.length > LONGEST_TEMPLATE) return null;
  const inner = /^\s*\{\{-?\s*(value(?:_json)?)((?:(?!\}\}).)*?)\s*-?\}\}\s*$/.exec(template);
  if (inner === null) return null;
  const [, variable, rest = ''] = inner;
  const path = variable === 'value_json' ? (PATH.exec(rest)?.[0] ?? '') : '';
  if (!NUMBER_FILTERS.test(rest.slice(path.length).trim())) return null;
  if (variable === 'value') return (message) => message;
  const keys = [...path.matchAll(/\.(\w+)|\[(?:'([^']*)'|"([^"]*)"|(\d+))\]/g)].map(
    ([, dotted, single, double, index]) => dotted ?? single ?? double ?? index ?? '',
  );
  return (message) => textOf(at(json(message), keys));
}

/** Templates for commands: any text with `{{ value }}` in it. Null for any other template. */
export function valueWriter(template: string | undefined): ValueWriter | null {
  if (template === undefined) return (value) => value;
  if (template.length > LONGEST_TEMPLATE) return null;
  const parts = template.split(/\{\{-?\s*value(?:\s*\|\s*(?:int|float|string))?\s*-?\}\}/);
  if (parts.some((part) => /\{\{|\{%|\{#/.test(part))) return null;
  return (value) => parts.join(value);
}

/** The JSON value of a message, undefined when it is none. */
export function json(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

function at(value: unknown, keys: readonly string[]): unknown {
  let here = value;
  for (const key of keys) {
    if (Array.isArray(here)) here = here[Number(key)];
    else if (isJson(here) && Object.hasOwn(here, key)) here = here[key];
    else return undefined;
  }
  return here;
}

/** Booleans are written as Python writes them, since that is what devices' owners compare with. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === undefined || value === null ? undefined : jsonOf(value);
}

/** JSON can be read at any depth, but not written: a message of brackets alone holds nothing. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
