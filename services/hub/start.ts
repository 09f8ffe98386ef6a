import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SettingsFile } from '../contract/api.ts';
import { createLog, type Log } from '../contract/log.ts';
import { pathsFrom } from '../contract/paths.ts';
import { Trouble } from '../contract/trouble.ts';
import { Callers } from './access/callers.ts';
import { CommandLineToken } from './access/command-line-token.ts';
import { ClockWatch } from './clock-watch.ts';
import { Door } from './door.ts';
import { healthOfLocked } from './health.ts';
import { mustHavePassphrase } from '../store/keys/must-have-passphrase.ts';
import { NetworkServer } from './network-server.ts';
import { Notices } from './notices.ts';
import { openHouse, type OpenHouseParts } from './open-house.ts';
import { serve } from './server.ts';

export interface HubStart {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A file of settings to take over first. */
  readonly settingsFile?: string | undefined;
  /** The data key, when the operating system keeps it. */
  readonly key?: Uint8Array | undefined;
  /** What to tell the owner about how the key is kept. */
  readonly keyNotice?: { readonly what: string; readonly advice: string } | undefined;
  readonly log?: Log;
  /** Where the built kiosk page is; by default dist/renderer. */
  readonly page?: string;
  /** The entry points of the two children; by default those that see and hear. */
  readonly scripts?: { readonly vision: URL; readonly voice: URL };
}

export interface RunningHub {
  readonly address: string;
  /** Ends every child within 2 s; may be called again. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the hub: the page is served first, then the house is opened (or found locked), then the children start. Throws
 * Trouble when the port is taken or the store can't be opened; then nothing is left running.
 */
export async function startHub(start: HubStart): Promise<RunningHub> {
  const log = start.log ?? createLog('hub');
  const paths = pathsFrom(start.environment);
  const notices = new Notices(log);
  if (start.keyNotice !== undefined) notices.raise({ id: 'key-store', severity: 'info', ...start.keyNotice });
  const about = { version: ownVersion(), startedAtMs: Date.now() };
  const door = doorOf(start, { paths, notices, about, log });
  const page = start.page === undefined ? {} : { page: start.page };
  const token = new CommandLineToken();
  const callers = new Callers(token);
  const server = await serve({ door, callers, log, port: portOf(start.environment), ...page });
  // Not before: another hub that serves here already has a token of its own there.
  tellCommandLine(token, paths.config, log);
  log.info(`The page is served at ${server.address}.`);
  const clock = new ClockWatch(notices);
  clock.start();
  const network = new NetworkServer({ door, log, ...page });
  const stop = once(async () => {
    clock.stop();
    await Promise.all([server.stop(), network.stop(), door.stop()]);
  });
  try {
    const isOpen = await door.tryOpen();
    network.start();
    log.info(isOpen ? 'The house is open.' : 'The house is locked: the page asks for the passphrase.');
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: server.address, stop };
}

/** What is given at the start is forgotten when the house is locked. */
function doorOf(start: HubStart, parts: Pick<OpenHouseParts, 'paths' | 'notices' | 'about' | 'log'>): Door {
  const { key, scripts } = start;
  const { about, log, notices, paths } = parts;
  const door = new Door({
    open: openHouse({ ...parts, key, scripts, settingsFile: readSettingsFile(start.settingsFile) }),
    locked: () => healthOfLocked(about, notices.list()),
    mustOpenAgain: () => {
      mustHavePassphrase(paths.config);
    },
  });
  door.left.listen(() => {
    key?.fill(0);
    notices.keepOnly('key-store');
    log.info('The house is locked.');
  });
  return door;
}

/** Without it the command line is told from no page, and asked for a PIN like one. */
function tellCommandLine(token: CommandLineToken, configDirectory: string, log: Log): void {
  try {
    token.write(configDirectory);
  } catch {
    log.warn(
      'The configuration folder can’t be written: the command line may do what the page may, no more.',
    );
  }
}

const Port = z.coerce.number().int().min(0).max(65_535).default(7766);

function portOf(environment: HubStart['environment']): number {
  const port = Port.safeParse(environment['LARES_PORT']);
  if (port.success) return port.data;
  throw new Trouble('bad_input', {
    what: 'LARES_PORT is not a port.',
    advice: 'Set it to a number from 0 to 65535, or leave it out for 7766.',
  });
}

/** A file that can't be read is found out before anything starts. */
function readSettingsFile(path: string | undefined): SettingsFile | undefined {
  if (path === undefined) return undefined;
  try {
    return { name: path, text: readFileSync(path, 'utf8') };
  } catch (cause) {
    throw new Trouble('bad_settings', {
      what: `The settings file ${path} can't be read.`,
      advice: 'Check the path, and that this user may read the file.',
      cause,
    });
  }
}

function ownVersion(): string {
  const file = join(import.meta.dirname, '../../package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
