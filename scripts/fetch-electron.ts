// Electron fetches its own binary when it is first run. Here it is asked once; where its host can't be reached, that is
// remembered, so that later starts touch no network. `npx lares doctor` says how to try again.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const electron = join(root, 'node_modules/electron');
const asked = join(root, '.cache/electron-not-reached');

if (!existsSync(join(electron, 'path.txt')) && !triedThisVersion()) {
  console.error('Lares: fetching Electron, for the kiosk window (about 110 MB, once) …');
  const { status } = spawnSync(process.execPath, [join(electron, 'install.js')], {
    stdio: 'ignore',
    timeout: 600_000,
  });
  if (status !== 0) {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(asked, version());
  }
}

function version(): string {
  return readFileSync(join(electron, 'package.json'), 'utf8');
}

function triedThisVersion(): boolean {
  return existsSync(asked) && readFileSync(asked, 'utf8') === version();
}
