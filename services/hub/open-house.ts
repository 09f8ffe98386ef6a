import { join } from 'node:path';
import type { SettingsFile } from '../contract/api.ts';
import type { Health } from '../contract/health.ts';
import type { Log } from '../contract/log.ts';
import type { Paths } from '../contract/paths.ts';
import { Trouble } from '../contract/trouble.ts';
import { forgetCheck } from '../store/backup/check-due.ts';
import { type DataKey, openDataKey } from '../store/data-key.ts';
import { hasData, keyFits, openStore, type Store } from '../store/store.ts';
import type { OpenHouse } from './door.ts';
import { furnishHouse, type House, type HouseParts } from './house.ts';
import { Hub, type HubParts } from './hub.ts';
import type { Notices } from './notices.ts';
import { recoverClips } from './recording/recovery.ts';
import { mendAtStart } from './backup/mend-at-start.ts';
import { importSettings } from './settings-import.ts';

export interface OpenHouseParts {
  readonly paths: Paths;
  readonly notices: Notices;
  readonly about: Pick<Health, 'version' | 'startedAtMs'>;
  readonly log: Log;
  /** The data key, when the operating system keeps it. */
  readonly key: Uint8Array | undefined;
  readonly settingsFile: SettingsFile | undefined;
  readonly scripts: HubParts['scripts'] | undefined;
}

/** The children's entry points have the ending that this file has: .ts in a clone, .js when built. */
const ending = import.meta.url.endsWith('.js') ? 'js' : 'ts';
const ownScripts = {
  vision: new URL(`../vision/process.${ending}`, import.meta.url),
  voice: new URL(`../voice/process.${ending}`, import.meta.url),
} as const;

/** Key, then store, then settings, then the hub; null when a passphrase is needed. Makes key and store at first start. */
export function openHouse(parts: OpenHouseParts): OpenHouse {
  const { paths, log } = parts;
  // What is given at the start counts once: a house that was locked is opened by its passphrase, with the settings that it has.
  let isFirst = true;
  return async (passphrase) => {
    const key = await openDataKey({
      configDirectory: paths.config,
      dataExists: hasData(paths.data),
      passphrase,
      fromOperatingSystem: isFirst ? parts.key : undefined,
      fits: (candidate) => keyFits(paths.data, candidate),
    });
    tellOfKey(parts.notices, key);
    if (key.kind === 'locked') return null;
    const store = await mendedStore(parts, key.key);
    // The store has made its own keys of it.
    key.key.fill(0);
    log.info('The store is open.');
    await recoverClips({ clips: store.clips, notices: parts.notices, log });
    const hub: Hub = new Hub({
      house: furnish({ ...parts, key: isFirst ? parts.key : undefined }, store, {
        eyes: {
          readFace: async (photo) => hub.vision.calls.readFace(photo),
          describeCrop: async (crop) => hub.vision.calls.describeCrop(crop),
        },
        ears: () => hub.voice.calls,
      }),
      scripts: parts.scripts ?? ownScripts,
      about: { ...parts.about, key: { kind: 'open', keptBy: key.keptBy } },
    });
    if (isFirst) takeOver(parts, hub.house);
    isFirst = false;
    return hub;
  };
}

/** What is found to be damaged only when it is used is looked through, mended, and opened again. */
async function mendedStore({ paths, notices }: OpenHouseParts, key: Uint8Array): Promise<Store> {
  const dataDirectory = paths.data;
  await mendAtStart({ dataDirectory, key, notices });
  try {
    return openStore({ dataDirectory, key });
  } catch (error) {
    if (!(error instanceof Trouble && error.code === 'damaged')) throw error;
    forgetCheck(dataDirectory);
    await mendAtStart({ dataDirectory, key, notices });
    return openStore({ dataDirectory, key });
  }
}

function furnish(parts: OpenHouseParts, store: Store, senses: Pick<HouseParts, 'eyes' | 'ears'>): House {
  const { paths, notices, log, key } = parts;
  for (const { section, why } of store.settings.troubles())
    notices.raise({
      id: `settings:${section}`,
      severity: 'warning',
      what: `The stored settings "${section}" can't be used: ${why}.`,
      advice: 'Their defaults hold until you save them again.',
    });
  return furnishHouse({
    ...{ store, notices, ...senses, log },
    ...{ demoDirectory: join(paths.models, '../demo'), configDirectory: paths.config, systemKey: key },
    lares: parts.about.version,
  });
}

function tellOfKey(notices: Notices, key: DataKey): void {
  for (const [number, notice] of key.notices.entries())
    notices.raise({ id: `key:${number}`, severity: 'warning', ...notice });
  if (key.kind === 'open' && key.keptBy === 'key_file')
    notices.raise({
      id: 'key',
      severity: 'info',
      what: 'The key of your data lies in a file on this machine; whoever can read that file can read the data.',
      advice: 'A passphrase is safer: npx lares key passphrase',
    });
}

/** A settings file with a mistake changes nothing: the hub goes on with the stored settings, and says so. */
function takeOver({ settingsFile, log }: OpenHouseParts, house: House): void {
  if (settingsFile === undefined) return;
  try {
    importSettings(house, settingsFile);
    log.info('The settings file is taken over.');
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
  }
}
