// Builds the packages for this machine's architecture: kiosk page, programs, networks and demo clips, then deb and AppImage.
//   npm run dist                 everything
//   npm run dist -- --prepare    all but electron-builder, which fetches Electron and its own tools
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compileBuiltinPack } from '../models/packs.ts';
import { makeDemoClips } from '../services/hub/demo/demo-clips.ts';

const root = join(import.meta.dirname, '..');
const app = join(root, 'dist/app');
const carried = join(root, 'dist/carried');

step('The kiosk page');
run('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
step('The programs');
emitPrograms();
step('The programs start');
await tryHub();
step('The networks');
await compileBuiltinPack({ models: join(carried, 'models'), onProgress: progress });
step('The demo clips');
await makeDemoClips({ directory: join(carried, 'demo'), onProgress: progress });
if (!process.argv.includes('--prepare')) {
  step('The packages');
  run('electron-builder/cli.js', ['--linux', `--${process.arch}`, '--publish', 'never']);
}

/** dist/app gets the layout of the checkout: programs as JavaScript, the page, resources and package.json in their places. */
function emitPrograms(): void {
  rmSync(app, { recursive: true, force: true });
  run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  for (const [from, to] of [
    ['package.json', 'package.json'],
    ['resources', 'resources'],
    ['scripts/debian-packages.json', 'scripts/debian-packages.json'],
    ['dist/renderer', 'dist/renderer'],
  ] as const)
    cpSync(join(root, from), join(app, to), { recursive: true });
}

/** Starts the hub as it was emitted, in a new house of its own, until it serves. */
async function tryHub(): Promise<void> {
  const house = mkdtempSync(join(tmpdir(), 'lares-package-'));
  const environment = {
    LARES_DATA: join(house, 'data'),
    LARES_CONFIG: join(house, 'config'),
    LARES_PORT: '0',
  };
  mkdirSync(join(house, 'models'));
  const hub = spawn(process.execPath, [join(app, 'services/hub/process.js')], {
    env: { ...process.env, ...environment, LARES_MODELS: join(house, 'models') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => hub.once('exit', resolve));
  let serves = false;
  for await (const line of createInterface({ input: hub.stdout })) {
    serves ||= line.startsWith('Lares is ready: ');
    if (serves) hub.kill('SIGTERM');
  }
  await ended;
  rmSync(house, { recursive: true, force: true });
  if (!serves)
    fail('The hub of dist/app did not start: run "node dist/app/services/hub/process.js" to see why.');
}

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) fail(`${program} failed.`);
}

function progress(number: number, total: number, name = ''): void {
  console.log(`  ${number} of ${total} ${name}`.trimEnd());
}

function step(name: string): void {
  console.log(`${name} …`);
}

function fail(why: string): never {
  console.error(`Lares: ${why}`);
  process.exit(1);
}
