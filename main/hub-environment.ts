import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const defaultPort = 7766;

/** The hub's port by LARES_PORT; a wrong one is the hub's to complain of. */
export function portIn(environment: Environment): number {
  const port = Number(environment['LARES_PORT'] ?? defaultPort);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : defaultPort;
}

/**
 * What the hub's process gets of the environment: everything but Node's own switches, which could make it load other code.
 * `resources`: where a packaged program carries its compiled networks; null in a clone, where set-up has made them.
 */
export function hubEnvironment(environment: Environment, resources: string | null): Record<string, string> {
  const passed = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || name === 'NODE_OPTIONS' || name === 'ELECTRON_RUN_AS_NODE'
      ? []
      : [[name, value] as const],
  );
  const networks = resources === null ? {} : { LARES_MODELS: join(resources, 'models') };
  return { ...networks, ...Object.fromEntries(passed) };
}
