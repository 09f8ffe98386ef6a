import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';

import { pathsFrom } from '../../services/contract/paths.ts';
import type { Api } from '../../services/hub/api.ts';

const root = join(import.meta.dirname, '../..');

/** A whole Lares of its own for one test: real hub, real children, in folders that go when it ends. */
export class TestHouse {
  readonly folder = mkdtempSync(join(tmpdir(), 'lares-house-'));
  readonly dataFolder = join(this.folder, 'data');
  readonly configFolder = join(this.folder, 'config');
  readonly #log: string[] = [];
  #hub: ChildProcess | null = null;
  #client: Client | null = null;
  #address = '';

  /** The demo house's clips and the networks are the machine's: set-up made them. */
  static readonly models = pathsFrom(process.env).models;

  get address(): string {
    return this.#address;
  }

  get log(): string {
    return this.#log.join('\n');
  }

  get pid(): number {
    return this.#hub?.pid ?? 0;
  }

  get api(): Client['api'] {
    if (this.#client === null) throw new Error('The house is not started.');
    return this.#client.api;
  }

  async start(...args: readonly string[]): Promise<void> {
    const hub = spawn(process.execPath, [join(root, 'services/hub/process.ts'), ...args], {
      env: {
        ...process.env,
        LARES_DATA: this.dataFolder,
        LARES_CONFIG: this.configFolder,
        LARES_MODELS: TestHouse.models,
        LARES_PORT: '0',
      },
    });
    this.#hub = hub;
    createInterface({ input: hub.stderr }).on('line', (line) => this.#log.push(line));
    this.#address = await addressOf(hub);
    this.#client = connect(this.#address);
  }

  /** Ends it as a service manager would; resolves with the exit code. */
  async stop(): Promise<number | null> {
    this.#client?.close();
    this.#client = null;
    const hub = this.#hub;
    if (hub?.exitCode !== null) return hub?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => hub.once('exit', resolve));
    hub.kill('SIGTERM');
    return ended;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Every byte that lies on the disk for this house, file by file. */
  filesOnDisk(): readonly { readonly path: string; readonly bytes: Buffer }[] {
    if (!existsSync(this.dataFolder)) return [];
    return readdirSync(this.dataFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path, bytes: readFileSync(path) }));
  }
}

type Client = ReturnType<typeof connect>;

function connect(address: string) {
  const socket = createWSClient({ url: `${address.replace('http', 'ws')}api`, WebSocket: WebSocketOfNode });
  return {
    api: createTRPCClient<Api>({ links: [wsLink({ client: socket })] }),
    close: () => void socket.close(),
  };
}

/** Node's own WebSocket sends no Origin, and so passes as a program of this machine, not as a page of another site. */
const WebSocketOfNode = globalThis.WebSocket;

function addressOf(hub: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (hub.stdout === null) throw new Error('The hub has no standard output.');
    createInterface({ input: hub.stdout }).on('line', (line) => {
      const address = /Lares is ready: (\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    hub.once('exit', (code) => {
      reject(new Error(`The hub ended with ${code ?? 'a signal'} before it was ready.`));
    });
  });
}
