import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Compressed bytes of all scripts that a browser is sent before Home is there: those of the page, and what they import at once. */
export function sentScriptBytes(pageFolder: string): number {
  const page = readFileSync(join(pageFolder, 'index.html'), 'utf8');
  const wanted = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file);
  const sent = new Set(wanted);
  for (const file of sent) {
    const script = readFileSync(join(pageFolder, file), 'utf8');
    // `import('…')` is for later; `import … from '…'` and `import '…'` are not.
    for (const [, imported = ''] of script.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      sent.add(`assets/${imported}`);
  }
  return [...sent].reduce((sum, file) => sum + gzipSync(readFileSync(join(pageFolder, file))).byteLength, 0);
}
