import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { HubProcess } from '../../main/hub-process.ts';
import { keyForHub } from '../../main/data-key.ts';
import { scratchFolder } from '../services/store/scratch.ts';
import { utilityProcess } from '../main/fake-electron.ts';

vi.mock('electron', () => import('../main/fake-electron.ts'));

const root = join(import.meta.dirname, '../..');
const electron = electronBinary();

function electronBinary(): string | null {
  const folder = join(root, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** A new house without cameras, so that only the hub itself has work. */
async function emptyHouse() {
  const folder = scratchFolder();
  const settings = join(folder, 'settings.yaml');
  writeFileSync(settings, 'demo: false\nvoice: { enabled: false }\n');
  const port = await freePort();
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    LARES_DATA: join(folder, 'data'),
    LARES_CONFIG: join(folder, 'config'),
    LARES_MODELS: join(folder, 'models'),
    LARES_PORT: String(port),
  };
  return { settings, environment, address: `http://127.0.0.1:${port}/` };
}

test('the real hub, started by main, takes the key from the key store, serves, and stops within 2 s', async () => {
  const { settings, environment, address } = await emptyHouse();
  const paths = { config: environment.LARES_CONFIG, data: environment.LARES_DATA };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const hub = new HubProcess({
    script: join(root, 'services/hub/process.ts'),
    arguments: ['--settings', settings],
    key: await keyForHub(paths, log),
    environment,
    changed: () => undefined,
    log,
  });
  onTestFinished(() => hub.stop());
  hub.start();
  await vi.waitFor(
    () => {
      expect(hub.state).toEqual({ kind: 'serving', address });
    },
    { timeout: 60_000 },
  );
  expect((await fetch(address)).status).toBe(200);
  expect(existsSync(join(paths.data, 'lares.db'))).toBe(true);
  expect(JSON.parse(readFileSync(join(paths.config, 'data.key'), 'utf8'))).toMatchObject({
    ways: [{ kind: 'operating_system' }],
  });
  const exited = new Promise((resolve) => utilityProcess.forked[0]?.once('exit', resolve));
  await hub.stop();
  expect(await exited).toBe(0);
});

describe.skipIf(electron === null)(
  "the window (skipped where Electron's binary could not be fetched)",
  () => {
    test('shows the page of a hub of its own, without Node in the page, and leaves nothing running', async () => {
      const { settings, environment, address } = await emptyHouse();
      const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const program = await _electron.launch({
        executablePath: electron ?? '',
        args: [root, '--windowed', '--password-store=basic', ...sandbox, '--settings', settings],
        env: { ...environment, DISPLAY: process.env['DISPLAY'] ?? '' },
        timeout: 60_000,
      });
      const page = await program.firstWindow();
      await page.waitForURL(`${address}**`);
      expect(await page.title()).toMatch(/^Lares/);
      expect(
        await page.evaluate(() => [
          typeof Reflect.get(window, 'require'),
          typeof Reflect.get(window, 'process'),
        ]),
      ).toEqual(['undefined', 'undefined']);
      expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
      await program.close();
      await expect(fetch(address)).rejects.toThrow();
    });
  },
);
