import { pathsFrom } from '../contract/paths.ts';
import { Trouble } from '../contract/trouble.ts';
import { openDataKey } from '../store/data-key.ts';
import { hasData, keyFits, openStore, type Store } from '../store/store.ts';

/**
 * Opens the store of this user for a moment, beside a running hub if there is one. Passwords leave by this way only:
 * whoever may read the key may have them, and the page may not.
 */
export async function withStore<T>(work: (store: Store) => T): Promise<T> {
  const { config, data } = pathsFrom(process.env);
  const key = await openDataKey({
    configDirectory: config,
    dataExists: hasData(data),
    passphrase: process.env['LARES_PASSPHRASE'],
    fits: (candidate) => keyFits(data, candidate),
  });
  if (key.kind === 'locked')
    throw new Trouble('locked', {
      what: 'The settings are locked by your passphrase.',
      advice: 'Give it in the environment variable LARES_PASSPHRASE.',
    });
  const store = openStore({ dataDirectory: data, key: key.key });
  // The store has made its own keys of it.
  key.key.fill(0);
  try {
    return work(store);
  } finally {
    store.close();
  }
}
