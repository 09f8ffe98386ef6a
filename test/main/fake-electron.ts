import { type ChildProcess, fork } from 'node:child_process';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';

// A small real thing in Electron's shape: processes are processes, seals are ciphers, windows remember what was asked of
// them. Used by `vi.mock('electron', () => import('./fake-electron.ts'))`.

class App extends EventEmitter {
  isPackaged = false;
  hasLock = true;
  readonly calls: string[] = [];
  quits = 0;

  setName(name: string): void {
    this.calls.push(`setName ${name}`);
  }

  setPath(name: string, path: string): void {
    this.calls.push(`setPath ${name} ${path}`);
  }

  enableSandbox(): void {
    this.calls.push('enableSandbox');
  }

  requestSingleInstanceLock(): boolean {
    this.calls.push('requestSingleInstanceLock');
    return this.hasLock;
  }

  whenReady(): Promise<void> {
    this.calls.push('whenReady');
    return Promise.resolve();
  }

  /** As Electron does: will-quit may hold the end back. */
  quit(): void {
    const end = { held: false };
    this.emit('will-quit', { preventDefault: () => (end.held = true) });
    if (!end.held) this.quits += 1;
  }
}

/** AES-256-CBC under a key of this process, as a keyring gives one. */
class SafeStorage {
  backend = 'gnome_libsecret';
  available = true;
  rotated = false;
  #key = randomBytes(32);

  getSelectedStorageBackend(): string {
    return this.backend;
  }

  isAsyncEncryptionAvailable(): Promise<boolean> {
    return Promise.resolve(this.available);
  }

  encryptStringAsync(text: string): Promise<Buffer> {
    const nonce = randomBytes(16);
    const cipher = createCipheriv('aes-256-cbc', this.#key, nonce);
    return Promise.resolve(Buffer.concat([nonce, cipher.update(text), cipher.final()]));
  }

  decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const decipher = createDecipheriv('aes-256-cbc', this.#key, sealed.subarray(0, 16));
    const result = Buffer.concat([decipher.update(sealed.subarray(16)), decipher.final()]).toString();
    return Promise.resolve({ result, shouldReEncrypt: this.rotated });
  }

  /** Another user's keyring, or the same one made anew. */
  loseKey(): void {
    this.#key = randomBytes(32);
  }
}

/** A Node process with `process.parentPort`, as a utility process of Electron has. */
export class FakeUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(child: ChildProcess) {
    super();
    this.#child = child;
    child.once('spawn', () => this.emit('spawn'));
    child.on('message', (message) => this.emit('message', message));
    child.once('exit', (code) => this.emit('exit', code ?? 0));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  postMessage(message: object): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

function besides(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

class UtilityProcesses {
  readonly forked: FakeUtilityProcess[] = [];
  /** Another program in the place of the one that is asked for. */
  instead: { readonly script: string; readonly arguments: readonly string[] } | null = null;

  fork(script: string, args: readonly string[], options: { env: NodeJS.ProcessEnv }): FakeUtilityProcess {
    const shim = besides('parent-port.ts');
    const program = this.instead === null ? script : besides(this.instead.script);
    const child = fork(program, this.instead?.arguments ?? args, {
      env: options.env,
      execArgv: ['--import', shim],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const forked = new FakeUtilityProcess(child);
    this.forked.push(forked);
    return forked;
  }
}

type Handler = (...details: readonly unknown[]) => unknown;

export class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler | null>();
  readonly webRequest = {
    onBeforeRequest: (handler: Handler) => this.handlers.set('request', handler),
  };

  setPermissionRequestHandler(handler: Handler): void {
    this.handlers.set('permission request', handler);
  }

  setPermissionCheckHandler(handler: Handler): void {
    this.handlers.set('permission check', handler);
  }

  setDevicePermissionHandler(handler: Handler): void {
    this.handlers.set('device', handler);
  }

  setDisplayMediaRequestHandler(handler: Handler | null): void {
    this.handlers.set('display media', handler);
  }
}

export class FakeContents extends EventEmitter {
  /** What the page answers to a script. */
  answer: Promise<unknown> = Promise.resolve(204);

  executeJavaScript(): Promise<unknown> {
    return this.answer;
  }

  readonly session = new FakeSession();
  openHandler: () => { action: string } = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly opened: BrowserWindow[] = [];
  readonly webContents = new FakeContents();
  readonly options: object;
  readonly loaded: string[] = [];
  readonly calls: string[] = [];

  constructor(options: object) {
    super();
    this.options = options;
    BrowserWindow.opened.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    return Promise.resolve();
  }

  isDestroyed(): boolean {
    return false;
  }

  isMinimized(): boolean {
    return true;
  }

  restore(): void {
    this.calls.push('restore');
  }

  show(): void {
    this.calls.push('show');
  }

  focus(): void {
    this.calls.push('focus');
  }

  /** As Electron does: whoever listens may hold it open. */
  close(): void {
    const end = { held: false };
    this.emit('close', { preventDefault: () => (end.held = true) });
    if (!end.held) this.calls.push('closed');
  }
}

export const app = new App();
export const safeStorage = new SafeStorage();
export const utilityProcess = new UtilityProcesses();
export const Menu = {
  setApplicationMenu: (menu: unknown) => app.calls.push(`setApplicationMenu ${String(menu)}`),
};
export const powerSaveBlocker = { start: (type: string) => app.calls.push(`powerSaveBlocker ${type}`) };
export const dialog = {
  shown: new Array<string>(),
  showErrorBox: (what: string, advice: string) => dialog.shown.push(`${what} ${advice}`),
};
