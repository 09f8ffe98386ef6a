import type { Browser, Page } from 'playwright';
import { inject } from 'vitest';
import { FixtureHouse } from './fixture-house.ts';
import { FixtureHub } from './fixture-hub.ts';
import { openKiosk } from './kiosk-browser.ts';

interface OpenOptions {
  readonly hash?: string;
  readonly house?: FixtureHouse;
  readonly dark?: boolean;
  /** Of the browser; by default en-GB. */
  readonly language?: string;
  /** What the clock of the browser says all the time; by default the right time. */
  readonly clockMs?: number;
  /** From when on the clock of the browser runs, to be moved on by `page.clock`. */
  readonly runsFromMs?: number;
}

/** The built page, a browser, and a fixture hub per opened page. It keeps what the browser complained of. */
export class Kiosk {
  readonly #hubs: FixtureHub[] = [];
  #browser: Browser | null = null;
  /** Errors of the console and of the page, among them breaches of the content security policy. */
  readonly complaints: string[] = [];

  async start(): Promise<void> {
    this.#browser = await openKiosk();
  }

  /** Where the built page is. */
  get directory(): string {
    return inject('page');
  }

  async open({
    hash = '',
    house = new FixtureHouse(),
    dark = false,
    language = 'en-GB',
    clockMs,
    runsFromMs,
  }: OpenOptions = {}) {
    const hub = new FixtureHub(this.directory, house);
    await hub.start();
    this.#hubs.push(hub);
    const page = await this.newPage(dark, language);
    if (clockMs !== undefined) await page.clock.setFixedTime(clockMs);
    if (runsFromMs !== undefined) await page.clock.install({ time: runsFromMs });
    await page.goto(hub.address + hash);
    return { page, hub, house };
  }

  /** A page that shows nothing yet. What it complains of is kept. */
  async newPage(dark = false, language = 'en-GB'): Promise<Page> {
    if (this.#browser === null) throw new Error('start the kiosk first');
    const page = await this.#browser.newPage({
      viewport: { width: 1280, height: 800 },
      colorScheme: dark ? 'dark' : 'light',
      locale: language,
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // A lost hub is said by the browser in words of its own, and otherwise when a request was under way; the page's
      // answer to it is tested.
      if (
        message.type() === 'error' &&
        !/ERR_(CONNECTION|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/.test(message.text())
      )
        this.complaints.push(`${message.text()} ${message.location().url}`.trim());
    });
    return page;
  }

  /** Between two tests: nothing of the one may disturb the other. */
  async closePages(): Promise<void> {
    for (const context of this.#browser?.contexts() ?? []) await context.close();
    for (const hub of this.#hubs.splice(0)) await hub.stop();
  }

  async stop(): Promise<void> {
    await this.closePages();
    await this.#browser?.close();
  }
}
