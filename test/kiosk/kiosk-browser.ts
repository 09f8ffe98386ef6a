import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

/** The one without a window of its own is quicker, where it is installed; both are Debian's. */
const executablePath =
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ??
  '/usr/bin/chromium';

/** Whether Debian's Chromium is installed. */
export const hasChromium = existsSync(executablePath);

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser that shows the page as the kiosk window does, and asks nothing of the world. */
export function openKiosk(): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}

/** The same, with its process, so that what it costs can be measured. */
export async function kioskBrowser() {
  const server = await chromium.launchServer({ executablePath, args });
  const browser = await chromium.connect(server.wsEndpoint());
  return { browser, pid: server.process().pid ?? 0, stop: () => server.close() };
}
