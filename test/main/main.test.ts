import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type * as fakeElectron from './fake-electron.ts';
import { scratchFolder } from '../services/store/scratch.ts';

type FakeElectron = typeof fakeElectron;

/** Runs main.ts anew under an Electron of its own, with the small hub in the place of the real one. */
async function run(manner: string, prepare: (electron: FakeElectron) => void = () => undefined) {
  const folder = scratchFolder();
  const file = join(folder, 'told');
  vi.resetModules();
  const electron = await import('./fake-electron.ts');
  vi.doMock('electron', () => electron);
  electron.utilityProcess.instead = { script: 'hub-fixture.ts', arguments: [manner, file] };
  prepare(electron);
  vi.stubEnv('LARES_CONFIG', join(folder, 'config'));
  vi.stubEnv('LARES_DATA', join(folder, 'data'));
  vi.stubEnv('LARES_PORT', '7799');
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    electron.app.quit();
  });
  await import('../../main/main.ts');
  return { folder, file, ...electron };
}

test('start: lock, ready, key, hub, window; quit: the hub first', async () => {
  const { folder, file, app, BrowserWindow, utilityProcess } = await run('serves');
  await vi.waitFor(() => {
    expect(BrowserWindow.opened.map((window) => window.loaded)).toEqual([['http://127.0.0.1:7766/']]);
  }, 10_000);
  expect(app.calls).toEqual([
    'setName Lares',
    `setPath userData ${join(folder, 'config/window')}`,
    'enableSandbox',
    'requestSingleInstanceLock',
    'whenReady',
    'setApplicationMenu null',
    'powerSaveBlocker prevent-display-sleep',
  ]);
  expect(existsSync(join(folder, 'config/data.key'))).toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ type: 'key', keyInSight: false });
  const window = BrowserWindow.opened[0];
  app.emit('second-instance');
  expect(window?.calls).toEqual(['restore', 'show', 'focus']);
  expect(window?.webContents.openHandler()).toEqual({ action: 'deny' });

  const exited = new Promise((resolve) => utilityProcess.forked.at(-1)?.once('exit', resolve));
  app.emit('window-all-closed');
  expect(app.quits).toBe(0);
  expect(await exited).toBe(0);
  await vi.waitFor(() => {
    expect(app.quits).toBe(1);
  });
});

test('a second instance starts nothing', async () => {
  const { app, BrowserWindow, utilityProcess } = await run('serves', (electron) => {
    electron.app.hasLock = false;
  });
  expect(app.calls.at(-1)).toBe('requestSingleInstanceLock');
  expect([app.quits, utilityProcess.forked.length, BrowserWindow.opened.length]).toEqual([1, 0, 0]);
});

test("trouble that the hub can't solve is shown in its own sentences, and the program ends", async () => {
  const { app, BrowserWindow, dialog } = await run('fails');
  await vi.waitFor(() => {
    expect(app.quits).toBe(1);
  }, 10_000);
  expect(dialog.shown).toEqual(['The disk is full. Free some.']);
  expect(BrowserWindow.opened).toEqual([]);
});
