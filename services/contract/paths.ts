import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where Lares keeps what. The key is never inside the data folder, so that a copy of the data is worth nothing. */
export interface Paths {
  /** Database, snapshots: all encrypted. */
  readonly data: string;
  /** The key file, the owner's own phrases. */
  readonly config: string;
  /** Compiled and fetched networks; nothing personal. */
  readonly models: string;
}

/** Paths by the XDG base directory specification; LARES_DATA, LARES_CONFIG and LARES_MODELS override them. */
export function pathsFrom(environment: Readonly<Record<string, string | undefined>>): Paths {
  const home = homedir();
  const data =
    environment['LARES_DATA'] ?? join(environment['XDG_DATA_HOME'] ?? join(home, '.local/share'), 'lares');
  const config =
    environment['LARES_CONFIG'] ?? join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'lares');
  const models =
    environment['LARES_MODELS'] ??
    join(environment['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'lares/models');
  return { data, config, models };
}
