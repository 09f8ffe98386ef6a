import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { Trouble } from '../contract/trouble.ts';

/** One line of a table: what its columns show. `null` is a figure that the data can't give, shown as –. */
export type TableRow = Readonly<Record<string, string | number | null>>;

/**
 * An aligned plain-text table: a title, a line of column names, one line per row, ended by a line feed.
 * The columns are those of all rows, in the order of their first appearance. Words are aligned left, numbers right; a
 * column with fractions shows the same number of decimals in each row: three below 10, then fewer as numbers grow.
 */
export function formatTable(title: string, rows: readonly TableRow[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) =>
    columnOf(
      name,
      rows.map((row) => row[name] ?? null),
    ),
  );
  const lines = Array.from({ length: rows.length + 1 }, (_, line) =>
    columns
      .map((column) => column[line] ?? '')
      .join('  ')
      .trimEnd(),
  );
  return [title, ...(names.length > 0 ? lines : []), ''].join('\n');
}

/** Prints `formatTable` on standard output. */
export function printTable(title: string, rows: readonly TableRow[]): void {
  process.stdout.write(formatTable(title, rows));
}

/**
 * Writes a value as indented JSON. The file appears whole or not at all: it is written beside its place and renamed.
 * @throws {Trouble} `bad_input` when the folder is missing or may not be written.
 */
export async function writeJson(file: string, value: unknown): Promise<void> {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(unfinished, `${JSON.stringify(value, null, 2)}\n`, { flag: 'wx' });
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new Trouble('bad_input', {
      what: `The figures could not be written to ${file}.`,
      advice: 'Name a file in a folder that exists and that you may write to.',
      cause,
    });
  }
}

/** The header and the cells of one column, padded to the same width. */
function columnOf(name: string, values: readonly (string | number | null)[]): readonly string[] {
  const numbers = values.filter((value) => typeof value === 'number');
  const decimals = decimalsFor(numbers);
  const texts = [
    name,
    ...values.map((value) =>
      value === null ? '–' : typeof value === 'number' ? formatNumber(value, decimals) : value,
    ),
  ];
  const width = Math.max(...texts.map((text) => text.length));
  const alignRight = values.every((value) => typeof value !== 'string');
  return texts.map((text) => (alignRight ? text.padStart(width) : text.padEnd(width)));
}

function decimalsFor(numbers: readonly number[]): number {
  const fractions = numbers.filter((number) => Number.isFinite(number) && !Number.isInteger(number));
  if (fractions.length === 0) return 0;
  const largest = Math.max(...fractions.map(Math.abs));
  return largest < 10 ? 3 : largest < 100 ? 2 : 1;
}

function formatNumber(number: number, decimals: number): string {
  if (!Number.isFinite(number)) return '–';
  const text = number.toFixed(decimals);
  // A small rate must not read as none at all.
  return number !== 0 && Number(text) === 0 ? number.toPrecision(1) : text;
}
