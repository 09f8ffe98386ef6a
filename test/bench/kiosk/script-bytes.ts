import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { TableRow } from '../../../services/evaluate/table.ts';
import { sentScripts } from '../../kiosk/sent-scripts.ts';

/** Smaller scripts are told together. */
const smallKilobytes = 2;

/** Compressed bytes of the scripts of a built page: which of them come before Home is there, and all together. */
export function scriptRows(pageFolder: string): readonly TableRow[] {
  const assets = join(pageFolder, 'assets');
  const sent = sentScripts(pageFolder);
  const scripts = readdirSync(assets)
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, kilobytes: gzipSync(readFileSync(join(assets, file))).byteLength / 1000 }))
    .toSorted((a, b) => b.kilobytes - a.kilobytes);
  const small = scripts.filter(({ kilobytes }) => kilobytes < smallKilobytes);
  const sum = (some: typeof scripts) => some.reduce((total, { kilobytes }) => total + kilobytes, 0);
  const row = (script: string, kilobytes: number, comes: string) => ({ script, 'kB gzip': kilobytes, comes });
  return [
    ...scripts
      .filter(({ kilobytes }) => kilobytes >= smallKilobytes)
      .map(({ file, kilobytes }) => row(file, kilobytes, sent.has(file) ? 'at once' : 'later')),
    row(`${small.length} small ones`, sum(small), ''),
    row('until Home is there', sum(scripts.filter(({ file }) => sent.has(file))), ''),
    row('all, in both languages', sum(scripts), ''),
  ];
}
