import type { LiveTracks } from '../contract/event.ts';
import type { Log } from '../contract/log.ts';
import type { Store } from '../store/store.ts';
import { Absences } from './absences.ts';
import { Actions } from './intents/actions.ts';
import { Cameras } from './cameras.ts';
import { Demo } from './demo/demo.ts';
import { Devices } from './devices/devices.ts';
import { Events } from './events.ts';
import type { Eyes } from './eyes.ts';
import { gatherHousehold, type Household } from './household.ts';
import { Live } from './live/live.ts';
import type { Notices } from './notices.ts';
import { HouseSettings } from './settings.ts';
import { Signal } from './signal.ts';
import { Transcript } from './intents/transcript.ts';
import { Tuning } from './tuning.ts';

/** Everything of the house but the two processes that see and hear. */
export interface House extends Household {
  readonly store: Store;
  readonly settings: HouseSettings;
  readonly events: Events;
  readonly cameras: Cameras;
  readonly absences: Absences;
  readonly live: Live;
  readonly tracks: Signal<LiveTracks>;
  readonly tuning: Tuning;
  readonly transcript: Transcript;
  readonly devices: Devices;
  readonly actions: Actions;
  readonly demo: Demo;
  readonly notices: Notices;
  readonly log: Log;
}

export interface HouseParts {
  readonly store: Store;
  readonly notices: Notices;
  readonly eyes: Eyes;
  readonly demoDirectory: string;
  readonly log: Log;
}

/** The newest visits, for whoever asks who is there. */
const toldVisits = 200;

export function furnishHouse({ store, notices, eyes, demoDirectory, log }: HouseParts): House {
  const settings = new HouseSettings(store.settings);
  const events = new Events(store.events, log);
  const absences = new Absences(events);
  const cameras = new Cameras({ notices, absences });
  const devices = new Devices();
  return {
    store,
    settings,
    events,
    ...gatherHousehold({
      store,
      events,
      settings,
      notices,
      eyes,
      hasCamera: (id) => cameras.has(id),
      log,
    }),
    cameras,
    absences,
    live: new Live(),
    tracks: new Signal(),
    tuning: new Tuning(),
    transcript: new Transcript(store.transcript),
    devices,
    actions: actionsOf({ store, settings, events, cameras, devices }),
    demo: new Demo({ directory: demoDirectory, notices, log }),
    notices,
    log,
  };
}

/** What the household may ask for in words, done. */
function actionsOf(parts: Pick<House, 'store' | 'settings' | 'events' | 'cameras' | 'devices'>): Actions {
  const { store, settings, events, cameras, devices } = parts;
  return new Actions({
    devices,
    visits: () => events.newest({ limit: toldVisits }),
    cameras: () => cameras.list(),
    shopping: store.shopping,
    language: () => settings.get().voice.language,
    rules: () => ({ mayVoiceOpen: settings.get().voice.mayOpen }),
    isArmed: () => settings.get().armed,
    arm: (armed) => {
      settings.arm(armed);
    },
  });
}
