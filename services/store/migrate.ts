import { Trouble } from '../contract/trouble.ts';
import type { Database } from './database.ts';
import { sql as theHouse } from './migrations/0001-the-house.ts';
import { sql as transcript } from './migrations/0002-transcript.ts';
import { sql as eventWhy } from './migrations/0003-event-why.ts';
import { sql as people } from './migrations/0004-people.ts';
import { sql as shopping } from './migrations/0005-shopping.ts';
import { sql as voice } from './migrations/0006-voice.ts';
import { sql as keysAndClips } from './migrations/0007-keys-and-clips.ts';
import { sql as memory } from './migrations/0008-memory.ts';
import { sql as retention } from './migrations/0009-retention.ts';
import { sql as access } from './migrations/0010-access.ts';
import { sql as spanErasures } from './migrations/0011-span-erasures.ts';
import { sql as timeline } from './migrations/0012-timeline.ts';

/** In order; a migration that was released is never changed, only followed. The database's `user_version` counts them. */
export const migrations: readonly string[] = [
  theHouse,
  transcript,
  eventWhy,
  people,
  shopping,
  voice,
  keysAndClips,
  memory,
  retention,
  access,
  spanErasures,
  timeline,
];

/** The version from which on there is an audit. */
export const auditVersion = 8;

/** Brings the database to this program's version, each step all or nothing. Throws Trouble when it is from a newer program. */
export function migrate(database: Database, steps: readonly string[] = migrations): void {
  const from = database.version;
  if (from > steps.length)
    throw new Trouble('damaged', {
      what: `The database is of version ${from}, and this Lares knows only up to ${steps.length}.`,
      advice: 'Start the newer Lares that wrote it; nothing was changed.',
    });
  steps.forEach((sql, index) => {
    if (index < from) return;
    database.transaction(() => {
      database.script(sql);
      database.version = index + 1;
    });
  });
}
