import { join } from 'node:path';
import { databaseFileName } from '../../../services/contract/key-file.ts';
import { openDataKey } from '../../../services/store/data-key.ts';
import { Database } from '../../../services/store/database.ts';
import { derivedKey } from '../../../services/store/derived-key.ts';
import { EventFaceTable } from '../../../services/store/event-faces.ts';
import { EventTable } from '../../../services/store/events.ts';
import { FaceIndex } from '../../../services/store/face-index.ts';
import { KeyRing } from '../../../services/store/keys/key-ring.ts';
import { openStore } from '../../../services/store/store.ts';
import { Vault } from '../../../services/store/vault.ts';
import { scene } from '../../kiosk/scenes.ts';
import { visits } from '../memory/house.ts';

interface Remembered {
  readonly configFolder: string;
  readonly dataFolder: string;
  readonly events: number;
  /** The newest so many have a picture. */
  readonly pictures: number;
}

/** Fills a new house with the visits of a year, in its own encrypted database, and sealed pictures of the newest. */
export async function rememberVisits({
  configFolder,
  dataFolder,
  events,
  pictures,
}: Remembered): Promise<void> {
  const opened = await openDataKey({ configDirectory: configFolder, dataExists: false });
  if (opened.kind === 'locked') throw new Error('A new house is not locked.');
  const store = openStore({ dataDirectory: dataFolder, key: opened.key });
  const people = ['Anna', 'Bert', 'Cem'].map((name) => store.people.create(name).id);
  store.close();
  const database = Database.open(join(dataFolder, databaseFileName), derivedKey(opened.key, 'database'));
  const keys = new KeyRing(database, opened.key);
  const root = keys.keyOf({ owner: 'vault', id: 'root' });
  const vault = new Vault({ directory: join(dataFolder, 'vault'), keys, root });
  const parts = { database, vault, index: new FaceIndex(database), now: () => 0 };
  const table = new EventTable({ ...parts, faces: new EventFaceTable(parts) });
  const visit = visits(people, events, Date.now());
  database.transaction(() => {
    for (let number = 0; number < events; number += 1) table.put(visit(number));
  });
  const jpeg = await scene({ place: 'garden', step: 0.4 });
  for (let number = events - pictures; number < events; number += 1)
    await table.putSnapshot(visit(number).id, jpeg);
  vault.close();
  keys.close();
  database.close();
}
