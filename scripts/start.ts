// Runs Lares: Electron with its kiosk window where Electron and a display are there; else the hub alone, which names the
// page's address, shown by Debian's Chromium in kiosk mode where there is a display.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathsFrom } from '../services/contract/paths.ts';

const root = join(import.meta.dirname, '..');
const chromium = '/usr/bin/chromium';
const hasDisplay = (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';
const electron = electronBinary();

if (electron !== null && hasDisplay) {
  endWith(spawn(electron, [root, ...process.argv.slice(2)], { stdio: 'inherit' }));
} else {
  console.log(`Lares: ${whyNoWindow()}`);
  startHub();
}

function electronBinary(): string | null {
  const folder = join(root, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

function whyNoWindow(): string {
  const reason =
    electron === null
      ? "Electron's binary is not here, since its host could not be reached"
      : 'there is no display';
  const instead =
    hasDisplay && existsSync(chromium)
      ? 'the kiosk page opens in Chromium.'
      : 'open the address below in a browser on this machine.';
  return `${reason}; ${instead}`;
}

function startHub(): void {
  const hub = spawn(process.execPath, [join(root, 'services/hub/process.ts'), ...process.argv.slice(2)], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  createInterface({ input: hub.stdout }).on('line', (line) => {
    console.log(line);
    const address = /Lares is ready: (\S+)/.exec(line)?.[1];
    if (address !== undefined && hasDisplay && existsSync(chromium)) showIn(address, hub);
  });
  endWith(hub);
}

/** The browser's own profile lives beside the networks: it holds nothing personal, the page keeps nothing in it. */
function showIn(address: string, hub: ChildProcess): void {
  const profile = join(pathsFrom(process.env).models, '../kiosk-browser');
  const flags = [
    '--kiosk',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
  ];
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const page = ['--disable-sync', '--disable-quic', `--user-data-dir=${profile}`, `--app=${address}`];
  const browser = spawn(chromium, [...flags, ...sandbox, ...page], { stdio: 'ignore' });
  hub.once('exit', () => browser.kill());
}

/** Passes signals on, and ends as the child ends. */
function endWith(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 1;
  });
}
