import { words, type Sayings } from './words.ts';

interface Pattern {
  readonly form: RegExp;
  readonly saying: string;
}

/** Made once for each language, longest first: the most particular sentence wins. */
const patterns = new WeakMap<Sayings, readonly Pattern[]>();

/**
 * What the hub said (a notice, a trouble, why something is off), in the language of the page. The hub speaks English, for
 * its log and the command line too; as in gettext its own sentences are the keys. What is not known stays as it is.
 */
export function said(text: string): string {
  const sayings = words.said;
  if (sayings === undefined || text === '') return text;
  return whole(text, sayings) ?? inParts(text, sayings);
}

function whole(text: string, sayings: Sayings): string | undefined {
  const exact = sayings[text];
  if (exact !== undefined) return exact;
  for (const { form, saying } of patternsOf(sayings)) {
    const gaps = form.exec(text)?.groups;
    if (gaps !== undefined)
      return saying.replaceAll(/\{(\d)\}/g, (_, gap: string) => said(gaps[`g${gap}`] ?? ''));
  }
  return undefined;
}

/** Several sentences, or a list of parts: the longest known beginning first, then what follows it. A name before a colon stays. */
function inParts(text: string, sayings: Sayings): string {
  const ends = [...text.matchAll(/[.!?:,;] /g)].map(({ index }) => index).reverse();
  for (const end of ends) {
    const mark = text.charAt(end);
    const first = /[.!?]/.test(mark)
      ? whole(text.slice(0, end + 1), sayings)
      : whole(text.slice(0, end), sayings)?.concat(mark);
    if (first !== undefined) return `${first} ${said(text.slice(end + 2))}`;
  }
  const end = ends.at(-1);
  return end === undefined ? text : text.slice(0, end + 2) + said(text.slice(end + 2));
}

function patternsOf(sayings: Sayings): readonly Pattern[] {
  const known = patterns.get(sayings);
  if (known !== undefined) return known;
  const made = Object.entries(sayings)
    .filter(([sentence]) => sentence.includes('{0}'))
    .sort(([one], [other]) => other.length - one.length)
    .map(([sentence, saying]) => ({ form: formOf(sentence), saying }));
  patterns.set(sayings, made);
  return made;
}

function formOf(sentence: string): RegExp {
  const literal = sentence.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll(/\\\{(\d)\\\}/g, '(?<g$1>.+)')}$`, 's');
}
