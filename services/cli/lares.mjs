#!/usr/bin/env node
// The command `lares`. Lares is TypeScript that Node runs as it is, from Node 22.18 on; an older Node hands over to the
// one that came with the npm packages.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('lares.ts', import.meta.url));
const ownNode = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)) {
  await import('./lares.ts');
} else if (existsSync(ownNode)) {
  const child = spawn(ownNode, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0);
  });
} else {
  console.error(
    `Lares needs Node 22.18 or newer; this is ${process.versions.node}. Run "npm install" in its folder first.`,
  );
  process.exitCode = 1;
}
