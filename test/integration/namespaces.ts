import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Two machines with a cable between them, and a third without any: network namespaces and a virtual Ethernet pair, with no other route. */
export class Namespaces {
  readonly near = `lares-near-${process.pid}`;
  readonly far = `lares-far-${process.pid}`;
  readonly alone = `lares-alone-${process.pid}`;
  readonly nearAddress = '10.77.0.1';
  readonly farAddress = '10.77.0.2';
  readonly #children: ChildProcess[] = [];

  /** Why there can be none, or null. */
  static missing(): string | null {
    if (process.getuid?.() !== 0) return 'needs root';
    if (!['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'].some((path) => existsSync(path)))
      return 'needs iproute2';
    try {
      ip(`netns add lares-try-${process.pid}`);
      ip(`netns del lares-try-${process.pid}`);
      return null;
    } catch {
      return 'needs a kernel that lets it make network namespaces';
    }
  }

  build(): void {
    const { near, far } = this;
    // Whatever happens to this process, nothing of it stays.
    process.once('exit', this.#remove);
    ip(`netns add ${near}`);
    ip(`netns add ${far}`);
    ip(`netns add ${this.alone}`);
    ip(`-n ${near} link add cable type veth peer name cable netns ${far}`);
    for (const [name, address] of [
      [near, this.nearAddress],
      [far, this.farAddress],
    ]) {
      ip(`-n ${name} addr add ${address}/24 dev cable`);
      ip(`-n ${name} link set cable up`);
      ip(`-n ${name} link set lo up`);
    }
  }

  /** Starts a Node program on one of the two machines; resolves at its first output. */
  async start(machine: string, args: readonly string[]): Promise<void> {
    const child = spawn('ip', ['netns', 'exec', machine, process.execPath, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    await new Promise((resolve, reject) => {
      child.stdout.once('data', resolve);
      child.once('exit', reject);
    });
  }

  /** Runs a Node program there to its end, and returns what it printed. */
  run(machine: string, args: readonly string[]): string {
    return execFileSync('ip', ['netns', 'exec', machine, process.execPath, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  dispose(): void {
    process.off('exit', this.#remove);
    this.#remove();
  }

  readonly #remove = (): void => {
    for (const child of this.#children) child.kill('SIGKILL');
    for (const name of [this.near, this.far, this.alone])
      try {
        ip(`netns del ${name}`);
      } catch {
        // It was never made.
      }
  };
}

function ip(order: string): string {
  return execFileSync('ip', order.split(' '), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
