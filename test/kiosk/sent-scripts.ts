import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Compressed bytes of each script that a browser is sent before Home is there: those of the page, and what they import at once. */
export function sentScripts(pageFolder: string): ReadonlyMap<string, number> {
  const page = readFileSync(join(pageFolder, 'index.html'), 'utf8');
  const wanted = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, file = '']) => file);
  const sent = new Map<string, number>();
  // What is found on the way is looked into too.
  for (const file of wanted) {
    if (sent.has(file)) continue;
    const script = readFileSync(join(pageFolder, 'assets', file));
    sent.set(file, gzipSync(script).byteLength);
    // `import('…')` is for later; `import … from '…'` and `import '…'` are not.
    const imports = script.toString().matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
    wanted.push(...[...imports].map(([, imported = '']) => imported));
  }
  return sent;
}

export function sentScriptBytes(pageFolder: string): number {
  return [...sentScripts(pageFolder).values()].reduce((sum, bytes) => sum + bytes, 0);
}
