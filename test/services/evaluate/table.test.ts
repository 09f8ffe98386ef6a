import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Trouble } from '../../../services/contract/trouble.ts';
import { formatTable, printTable, writeJson } from '../../../services/evaluate/table.ts';

const rows = [
  { sequence: 'highway', objectRecall: 0.98765, frames: 1230, microsecondsPerFrame: 734.25 },
  { sequence: 'all', objectRecall: 1, frames: 7, microsecondsPerFrame: null },
];

describe('formatTable', () => {
  it('aligns words left and numbers right, with the same decimals in a column', () => {
    expect(formatTable('Motion', rows)).toBe(
      [
        'Motion',
        'sequence  objectRecall  frames  microsecondsPerFrame',
        'highway          0.988    1230                 734.3',
        'all              1.000       7                     –',
        '',
      ].join('\n'),
    );
  });

  it('never shows a small rate as none', () => {
    expect(formatTable('Rates', [{ rate: 0.00012 }, { rate: 0 }, { rate: 0.25 }])).toBe(
      ['Rates', '  rate', '0.0001', ' 0.000', ' 0.250', ''].join('\n'),
    );
  });

  it('leaves gaps where a row lacks a column, and shows a title alone without rows', () => {
    expect(formatTable('T', [{ a: 'x' }, { b: 2 }])).toBe(['T', 'a  b', 'x  –', '–  2', ''].join('\n'));
    expect(formatTable('T', [])).toBe('T\n');
  });
});

describe('printTable', () => {
  it('writes the table to standard output', () => {
    const written: unknown[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(text);
      return true;
    });
    printTable('T', [{ a: 1 }]);
    spy.mockRestore();
    expect(written).toEqual(['T\na\n1\n']);
  });
});

describe('writeJson', () => {
  let folder = '';
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes the whole file and leaves nothing beside it', async () => {
    folder = await mkdtemp(join(tmpdir(), 'lares-table-'));
    const file = join(folder, 'figures.json');
    await writeJson(file, { all: { objectRecall: 0.5 } });
    await writeJson(file, { all: { objectRecall: null } });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ all: { objectRecall: null } });
    expect(await readdir(folder)).toEqual(['figures.json']);
  });

  it('says in a sentence that the folder is missing', async () => {
    folder = await mkdtemp(join(tmpdir(), 'lares-table-'));
    const failure = await writeJson(join(folder, 'nowhere', 'f.json'), {}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Trouble);
    expect(await readdir(folder)).toEqual([]);
  });
});
