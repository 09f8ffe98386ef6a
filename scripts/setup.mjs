// Brings a fresh clone to where it can run, and costs a moment when nothing is missing. It runs before node_modules exists, on
// any Node from 20 on: plain JavaScript, no dependency.
//
//     node scripts/setup.mjs start | test | check
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { debianPackagesMissing, installDebianPackages } from './debian.mjs';
import { buildKioskPage } from './kiosk-page.mjs';

const root = join(import.meta.dirname, '..');
const purpose = process.argv[2] ?? 'start';
const ownNode = join(root, 'node_modules/node/bin/node');

function run(command, args, environment = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['inherit', 2, 2],
    env: { ...process.env, ...environment },
  });
  if (error) throw error;
  return status === 0;
}

/** Packages of the lock file that are not installed in the version it names. Optional ones may be absent. */
function npmPackagesMissing() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile) || !existsSync(ownNode)) return true;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).some(
    ([path, { version, optional }]) =>
      path !== '' && !(optional && !installed[path]) && installed[path]?.version !== version,
  );
}

function installNpmPackages() {
  console.error('Lares: fetching its npm packages (about 300 MB, once) …');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const call = (...args) => run(npm[0], [...npm.slice(1), ...args], { ONNXRUNTIME_NODE_INSTALL: 'skip' });
  // Only `node` needs its install script. The others' would compile or download what nothing here uses; naming the one
  // works with every npm, also with those that don't know `allowScripts`.
  if (call('ci', '--ignore-scripts', '--no-audit', '--no-fund') && call('rebuild', 'node')) return;
  throw new Error(
    'The npm packages could not be installed. Check the connection to the npm registry, then try again.',
  );
}

function linkCommand() {
  const link = join(root, 'node_modules/.bin/lares');
  if (existsSync(link)) return;
  chmodSync(join(root, 'services/cli/lares.mjs'), 0o755);
  symlinkSync('../../services/cli/lares.mjs', link);
}

function step(script, ...args) {
  return run(ownNode, ['--disable-warning=ExperimentalWarning', join(root, 'scripts', script), ...args]);
}

try {
  if (npmPackagesMissing()) installNpmPackages();
  linkCommand();
  if (purpose !== 'check') {
    const missing = debianPackagesMissing(purpose);
    if (missing.length > 0) installDebianPackages(missing);
    step('compile-models.ts') ||
      console.error('Lares: without the networks nothing is recognised; the rest runs.');
    step('make-demo.ts') || console.error('Lares: without the demo clips the demo house shows no cameras.');
    if (!buildKioskPage(root, ownNode))
      throw new Error('The kiosk page could not be built; the lines above say why.');
    if (purpose === 'start') step('fetch-electron.ts');
  }
} catch (error) {
  console.error(`Lares: ${error.message}`);
  process.exitCode = 1;
}
