import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MOSQUITTO = '/usr/sbin/mosquitto';
const MOSQUITTO_PASSWD = '/usr/bin/mosquitto_passwd';

export const hasMosquitto = existsSync(MOSQUITTO) && existsSync(MOSQUITTO_PASSWD);

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}

export interface Broker {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** A real Mosquitto; with a password when there is one, else open to all of this machine. */
export function mosquitto(port: number, password?: string): Broker {
  const directory = mkdtempSync(join(tmpdir(), 'lares-mosquitto-'));
  const users = join(directory, 'users');
  if (password !== undefined) {
    writeFileSync(users, `lares:${password}\n`, { mode: 0o600 });
    execFileSync(MOSQUITTO_PASSWD, ['-U', users], { stdio: 'ignore' });
  }
  const access =
    password === undefined ? 'allow_anonymous true' : `allow_anonymous false\npassword_file ${users}`;
  const user = process.getuid?.() === 0 ? 'user root\n' : '';
  const config = join(directory, 'mosquitto.conf');
  writeFileSync(config, `${user}listener ${port} 127.0.0.1\npersistence false\n${access}\n`);
  const child: ChildProcess = spawn(MOSQUITTO, ['-c', config], { stdio: 'ignore' });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(directory, { recursive: true, force: true });
  };
  return { port, stop };
}
