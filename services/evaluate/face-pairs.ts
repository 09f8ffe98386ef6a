import { Trouble } from '../contract/trouble.ts';

/** Two pictures, and whether they show the same person. A picture is named without its folder and its extension. */
export interface FacePair {
  readonly first: string;
  readonly second: string;
  readonly same: boolean;
  /** The part of the set that it belongs to, from 0 on: thresholds are chosen on the other parts. */
  readonly fold: number;
}

/** Lists without folds of their own are dealt into so many. */
const dealtFolds = 10;

/**
 * Reads a list of pairs. LFW's pairs.txt (http://vis-www.cs.umass.edu/lfw/README.txt): a line with the number of folds and
 * of pairs in half a fold (or the latter alone), then `name i j` for the same person and `name i name j` for two. Or
 * lines `file,file,yes|no`, with a header or without. Throws Trouble 'bad_input' that names the line.
 */
export function parseFacePairs(text: string): readonly FacePair[] {
  const lines = text.split(/\r?\n/);
  const isCsv = lines.some((line) => line.includes(','));
  const pairs = isCsv ? parseCsv(lines) : parseLfw(lines);
  if (pairs.length === 0) throw badList('The list of pairs is empty.');
  return pairs;
}

function parseLfw(lines: readonly string[]): readonly FacePair[] {
  const header = fieldsOf(lines[0] ?? '').map(Number);
  const [count, half] = header;
  if (header.length === 0 || header.length > 2 || !header.every(Number.isInteger)) {
    throw badList('Line 1 does not say how many pairs follow.');
  }
  const foldSize = half === undefined ? null : 2 * half;
  const pairs: FacePair[] = [];
  for (const [index, line] of lines.entries()) {
    const fields = fieldsOf(line);
    if (index === 0 || fields.length === 0) continue;
    const fold = foldSize === null ? pairs.length % dealtFolds : Math.floor(pairs.length / foldSize);
    pairs.push({ ...lfwPair(fields, index + 1), fold });
  }
  const expected = half === undefined ? 2 * (count ?? 0) : 2 * (count ?? 0) * half;
  if (pairs.length !== expected) {
    throw badList(`Line 1 promises ${expected} pairs, but there are ${pairs.length}.`);
  }
  return pairs;
}

function lfwPair(fields: readonly string[], line: number): Omit<FacePair, 'fold'> {
  const [first = '', i = '', third = '', fourth] = fields;
  if (fields.length === 3) return { first: lfwName(first, i), second: lfwName(first, third), same: true };
  if (fields.length === 4)
    return { first: lfwName(first, i), second: lfwName(third, fourth ?? ''), same: false };
  throw badList(`Line ${line} is neither \`name i j\` nor \`name i name j\`.`);
}

function lfwName(person: string, number: string): string {
  return `${person}/${person}_${number.padStart(4, '0')}`;
}

function parseCsv(lines: readonly string[]): readonly FacePair[] {
  const pairs: FacePair[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [first = '', second = '', answer = ''] = line.split(',').map((field) => field.trim());
    const same = /^(yes|true|1)$/i.test(answer);
    if (!same && !/^(no|false|0)$/i.test(answer)) {
      if (index === 0) continue;
      throw badList(`Line ${index + 1} does not end in yes or no.`);
    }
    pairs.push({ first, second, same, fold: 0 });
  }
  // Dealt separately, so that every fold has its share of both kinds.
  const count = { same: 0, different: 0 };
  return pairs.map((pair) => {
    const kind = pair.same ? 'same' : 'different';
    count[kind] += 1;
    return { ...pair, fold: (count[kind] - 1) % dealtFolds };
  });
}

function fieldsOf(line: string): string[] {
  return line.split(/\s+/).filter((field) => field !== '');
}

function badList(what: string): Trouble {
  return new Trouble('bad_input', {
    what,
    advice: 'Give LFW’s pairs.txt, or lines of `file,file,yes` and `file,file,no`.',
  });
}
