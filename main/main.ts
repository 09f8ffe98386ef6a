import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog, Menu, powerSaveBlocker } from 'electron';
import { createLog } from '../services/contract/log.ts';
import { pathsFrom } from '../services/contract/paths.ts';
import { argumentsFrom } from './arguments.ts';
import { keyForHub } from './data-key.ts';
import { guardContents } from './guard.ts';
import { hubEnvironment, portIn } from './hub-environment.ts';
import { HubProcess, type HubState } from './hub-process.ts';
import { servingHub, untilGone } from './serving-hub.ts';
import { setStartAtLogin } from './start-at-login.ts';
import { KioskWindow } from './window.ts';

const log = createLog('main');
const paths = pathsFrom(process.env);
const wanted = argumentsFrom(process.argv.slice(app.isPackaged ? 1 : 2));
/** The hub's entry point has the ending that this file has: .ts in a clone, .js when built. */
const ending = import.meta.url.endsWith('.js') ? 'js' : 'ts';
const script = fileURLToPath(new URL(`../services/hub/process.${ending}`, import.meta.url));

const quitting = new AbortController();
let window: KioskWindow | null = null;
let hub: HubProcess | null = null;
let address = `http://127.0.0.1:${portIn(process.env)}/`;

app.setName('Lares');
app.setPath('userData', join(paths.config, 'window'));
app.enableSandbox();
if (app.requestSingleInstanceLock()) start().catch(giveUp);
else app.quit();

/** The order in which Lares starts under Electron. */
async function start(): Promise<void> {
  app.on('second-instance', () => window?.focus());
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, () => address);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('before-quit', () => window?.letGo());
  app.on('will-quit', stopFirst);
  await app.whenReady();
  Menu.setApplicationMenu(null);
  applyStartAtLogin();
  if (!wanted.windowed) powerSaveBlocker.start('prevent-display-sleep');
  if (!(await attach())) await startHub();
}

/** Uses a hub that serves already, and starts one of our own should that one go. */
async function attach(): Promise<boolean> {
  const serving = await servingHub(portIn(process.env));
  if (serving === null) return false;
  log.info(`A hub serves already at ${serving}.`);
  show(serving);
  untilGone(portIn(process.env), quitting.signal)
    .then((gone) => (gone ? startHub() : undefined))
    .catch(giveUp);
  return true;
}

async function startHub(): Promise<void> {
  hub = new HubProcess({
    script,
    arguments: wanted.settings === undefined ? [] : ['--settings', wanted.settings],
    key: await keyForHub(paths, log),
    environment: hubEnvironment(process.env, app.isPackaged ? process.resourcesPath : null),
    changed: hubChanged,
    log,
  });
  hub.start();
}

function hubChanged(state: HubState): void {
  if (state.kind === 'serving') show(state.address);
  if (state.kind === 'failed') failed(state).catch(giveUp);
}

/** Another hub may have taken the port at the same moment: then that one is used. */
async function failed({ what, advice }: { what: string; advice: string }): Promise<void> {
  if (await attach()) return;
  log.error(`${what} ${advice}`);
  dialog.showErrorBox(what, advice);
  app.quit();
}

function giveUp(error: unknown): void {
  log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  dialog.showErrorBox('Lares could not start.', 'This is a mistake of its own; its log says more.');
  app.quit();
}

function show(hubAddress: string): void {
  address = hubAddress;
  if (window === null) window = new KioskWindow({ address, kiosk: !wanted.windowed, log });
  else window.show(address);
}

/** The program ends when the hub has: it holds back the end until then. */
function stopFirst(event: { preventDefault(): void }): void {
  quitting.abort();
  if (hub === null || hub.state.kind === 'stopped') return;
  event.preventDefault();
  void hub.stop().then(() => {
    app.quit();
  });
}

function applyStartAtLogin(): void {
  if (wanted.startAtLogin === null) return;
  const command = app.isPackaged
    ? [process.env['APPIMAGE'] ?? process.execPath]
    : [process.execPath, fileURLToPath(import.meta.url)];
  const path = setStartAtLogin(wanted.startAtLogin, { command, environment: process.env });
  log.info(
    wanted.startAtLogin
      ? `Lares starts with your session: ${path}`
      : 'Lares no longer starts with your session.',
  );
}
