import type { CameraId } from '../contract/identifiers.ts';
import type { Log } from '../contract/log.ts';
import type { FaceDescriptor } from '../contract/person.ts';
import { valueOf } from '../contract/trouble.ts';
import type { Store } from '../store/store.ts';
import { Corrections } from './people/corrections.ts';
import { Enrolment } from './people/enrolment.ts';
import type { Events } from './events.ts';
import type { Eyes } from './eyes.ts';
import { Leaving } from './people/leaving.ts';
import type { Notices } from './notices.ts';
import { People } from './people/people.ts';
import { Portraits } from './people/portraits.ts';
import { ReEnrolment } from './people/re-enrolment.ts';
import type { HouseSettings } from './settings.ts';
import { Turns } from './intents/turns.ts';
import { UnknownPeople } from './people/unknown-people.ts';

/** All that has to do with the people of the house. */
export interface Household {
  readonly people: People;
  readonly portraits: Portraits;
  readonly enrolment: Enrolment;
  readonly corrections: Corrections;
  readonly leaving: Leaving;
  readonly unknownPeople: UnknownPeople;
  readonly reEnrolment: ReEnrolment;
}

export interface HouseholdParts {
  readonly store: Store;
  readonly events: Events;
  readonly settings: HouseSettings;
  readonly notices: Notices;
  readonly eyes: Eyes;
  readonly hasCamera: (id: CameraId) => boolean;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
  /** Between two faces that are read again. */
  readonly pauseMs?: number;
  readonly log: Log;
}

export function gatherHousehold(parts: HouseholdParts): Household {
  const { store, events, settings, notices, eyes, hasCamera, log } = parts;
  const { now = Date.now, pauseMs } = parts;
  const turns = new Turns();
  const people = new People({ store, events, turns });
  const portraits = new Portraits(hasCamera);
  const readFace = async (photo: Uint8Array): Promise<FaceDescriptor> => valueOf(await eyes.readFace(photo));
  const enrolment = new Enrolment({ store, people, events, portraits, turns, readFace });
  return {
    people,
    portraits,
    enrolment,
    corrections: new Corrections({ store, people, events, describeCrop: eyes.describeCrop, turns }),
    leaving: new Leaving({ store, people, events, now, log }),
    unknownPeople: new UnknownPeople({
      store,
      events,
      enrolment,
      turns,
      now,
      log,
      settings: () => settings.get().vision,
    }),
    reEnrolment: new ReEnrolment({
      stale: store.staleFaces,
      people,
      describeCrop: eyes.describeCrop,
      notices,
      log,
      ...(pauseMs === undefined ? {} : { pauseMs }),
    }),
  };
}
