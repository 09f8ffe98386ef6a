import { access } from './api/access.ts';
import { audit } from './api/audit.ts';
import { backup } from './api/backup.ts';
import { cameras } from './api/cameras.ts';
import { clips } from './api/clips.ts';
import { devices } from './api/devices.ts';
import { events } from './api/events.ts';
import { house } from './api/house.ts';
import { key } from './api/key.ts';
import { memory } from './api/memory.ts';
import { people } from './api/people.ts';
import { router } from './api/procedure.ts';
import { retention } from './api/retention.ts';
import { settings } from './api/settings.ts';
import { setup } from './api/setup.ts';
import { voice } from './api/voice.ts';

/** Everything that the kiosk and the command line may ask of the hub; `services/contract/api.ts` lists it in one table. */
export const api = router({
  access,
  audit,
  backup,
  house,
  cameras,
  events,
  clips,
  retention,
  memory,
  people,
  devices,
  voice,
  settings,
  setup,
  key,
});

export type Api = typeof api;
