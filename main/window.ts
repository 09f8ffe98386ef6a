import { BrowserWindow } from 'electron';
import type { Log } from '../services/contract/log.ts';
import { guardSession } from './guard.ts';

const retryAfterMs = 1000;
/** What the hub answers who may not leave; without it nobody can be asked for a PIN, and nothing is shown. */
const pinNeeded = 401;
const hubIsAway = 0;
/** Chromium's ERR_ABORTED: another load took this one's place. */
const aborted = -3;

export interface KioskWindowOptions {
  readonly address: string;
  /** The whole screen without a frame; else an ordinary window. */
  readonly kiosk: boolean;
  readonly log: Log;
}

/**
 * The window that shows the hub's page. The page is an ordinary web page: it has no preload script, no Node and its own
 * sandbox, and its session is in memory only, so that no picture of the household lands in a browser's cache on disk.
 */
export class KioskWindow {
  readonly #window: BrowserWindow;
  readonly #log: Log;
  #address: string;
  #mayClose: boolean;
  #retry: NodeJS.Timeout | undefined;

  constructor({ address, kiosk, log }: KioskWindowOptions) {
    this.#address = address;
    this.#log = log;
    this.#mayClose = !kiosk;
    this.#window = new BrowserWindow({
      kiosk,
      autoHideMenuBar: true,
      backgroundColor: '#000000',
      width: 1280,
      height: 800,
      show: false,
      title: 'Lares',
      webPreferences: {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        // Chromium would fetch its dictionaries from the network.
        spellcheck: false,
        // A name without "persist:" is a session in memory.
        partition: 'kiosk',
        autoplayPolicy: 'no-user-gesture-required',
      },
    });
    guardSession(this.#window.webContents.session, () => this.#address);
    this.#heal();
    this.#guardClosing();
    this.#load();
  }

  /** The program ends: the window goes with it. */
  letGo(): void {
    this.#mayClose = true;
  }

  /** Where the hub serves now; the page itself finds a hub that came back at the same address. */
  show(address: string): void {
    if (address === this.#address) return;
    this.#address = address;
    this.#load();
  }

  focus(): void {
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** A kiosk is left by whoever may leave it: the page asks for their PIN, and closes the window then. */
  #guardClosing(): void {
    this.#window.on('close', (event) => {
      if (this.#mayClose) return;
      event.preventDefault();
      void this.#askToLeave();
    });
  }

  async #askToLeave(): Promise<void> {
    // The page asks, since the cookie by which the hub knows who is at it is the page's.
    const status: unknown = await this.#window.webContents
      .executeJavaScript("fetch('/leave').then(({ status }) => status)")
      .catch(() => hubIsAway);
    if (status === pinNeeded) {
      this.#window.loadURL(`${this.#address}#/leave`).catch(() => undefined);
      return;
    }
    this.#mayClose = true;
    this.#window.close();
  }

  /** A wall has nobody who presses reload. */
  #heal(): void {
    const { webContents } = this.#window;
    this.#window.once('ready-to-show', () => {
      this.#window.show();
    });
    webContents.on('did-fail-load', (...[, code, , , isMainFrame]) => {
      if (isMainFrame && code !== aborted) this.#loadSoon(`did not load (${code})`);
    });
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') this.#loadSoon(`ended (${reason})`);
    });
    this.#window.on('unresponsive', () => {
      this.#log.warn('The page does not answer.');
    });
    this.#window.on('closed', () => {
      clearTimeout(this.#retry);
    });
  }

  #loadSoon(what: string): void {
    this.#log.warn(`The page ${what}; it is loaded again in ${retryAfterMs / 1000} s.`);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#load();
    }, retryAfterMs);
  }

  #load(): void {
    if (this.#window.isDestroyed()) return;
    // A failure comes back as did-fail-load.
    this.#window.loadURL(this.#address).catch(() => undefined);
  }
}
