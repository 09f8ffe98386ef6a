import type { LiveTracks } from '../contract/event.ts';
import type { Log } from '../contract/log.ts';
import { keyWays } from '../store/data-key.ts';
import { reserveOf } from '../contract/retention.ts';
import type { Store } from '../store/store.ts';
import { Absences } from './absences.ts';
import { Access } from './access/access.ts';
import { Arrivals } from './arrivals.ts';
import { Audit } from './audit.ts';
import { HouseBackups } from './backup/house-backups.ts';
import { Actions } from './intents/actions.ts';
import { Cameras } from './cameras.ts';
import { Demo } from './demo/demo.ts';
import { Devices } from './devices/devices.ts';
import { Events } from './events.ts';
import type { Ears } from './ears.ts';
import type { Eyes } from './eyes.ts';
import { gatherHousehold, type Household, type HouseholdParts } from './household.ts';
import { HouseKey } from './key/house-key.ts';
import { Live } from './live/live.ts';
import { HouseMemory } from './memory/house-memory.ts';
import type { Notices } from './notices.ts';
import { Recorder } from './recording/recorder.ts';
import { RecordingTimes } from './recording/recording-times.ts';
import { DiskWatch } from './retention/disk-watch.ts';
import { HouseRetention } from './retention/house-retention.ts';
import { HouseSettings } from './settings.ts';
import { HouseSetup } from './setup/house-setup.ts';
import { Signal } from './signal.ts';
import { Transcript } from './intents/transcript.ts';
import { Tuning } from './tuning.ts';
import { Mishearings } from './voice/mishearings.ts';
import { VoiceMeter } from './voice/voice-meter.ts';
import { WakePhrases } from './voice/wake-phrases.ts';

/** Everything of the house but the two processes that see and hear. */
export interface House extends Household {
  readonly store: Store;
  readonly audit: Audit;
  readonly access: Access;
  readonly settings: HouseSettings;
  readonly setup: HouseSetup;
  readonly key: HouseKey;
  readonly events: Events;
  readonly cameras: Cameras;
  readonly absences: Absences;
  readonly arrivals: Arrivals;
  readonly live: Live;
  readonly recorder: Recorder;
  readonly recordingTimes: RecordingTimes;
  readonly disk: DiskWatch;
  readonly retention: HouseRetention;
  readonly memory: HouseMemory;
  readonly backups: HouseBackups;
  readonly tracks: Signal<LiveTracks>;
  readonly tuning: Tuning;
  readonly transcript: Transcript;
  readonly wakePhrases: WakePhrases;
  readonly mishearings: Mishearings;
  readonly voiceMeter: VoiceMeter;
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
  /** Throws Trouble `unavailable` while there is no voice process. */
  readonly ears: () => Ears;
  readonly demoDirectory: string;
  readonly configDirectory: string;
  /** The house's key, 32 bytes, where the operating system gave it. */
  readonly systemKey: Uint8Array | undefined;
  /** The version of this Lares. */
  readonly lares: string;
  readonly log: Log;
}

/** The newest visits, for whoever asks who is there. */
const toldVisits = 200;

export function furnishHouse(parts: HouseParts): House {
  const { store, notices, eyes, demoDirectory, configDirectory, log } = parts;
  const settings: HouseSettings = new HouseSettings(store.settings, (phrase) => wakePhrases.knows(phrase));
  const wakePhrases: WakePhrases = new WakePhrases({ ...parts, settings });
  const audit = new Audit({ table: store.audit, log });
  const access = new Access({ store, audit, configDirectory });
  const events = new Events(store.events, log);
  const absences = new Absences(events);
  const cameras = new Cameras({ notices, absences });
  const devices = new Devices();
  const hearing = hearingOf(parts, settings, wakePhrases);
  const hasCamera: HouseholdParts['hasCamera'] = (id) => cameras.has(id);
  const recording = recordingOf({ store, audit, settings, events, cameras, notices, log });
  const household = gatherHousehold({ ...{ store, events, settings, notices, eyes }, hasCamera, log });
  return {
    store,
    audit,
    access,
    settings,
    events,
    ...household,
    key: new HouseKey(parts),
    setup: new HouseSetup({ settings, access, ...household, keyWays: () => keyWays(configDirectory) }),
    cameras,
    absences,
    arrivals: arrivalsOf(events, settings),
    live: new Live(),
    backups: backupsOf(parts, audit, settings),
    ...recording,
    memory: new HouseMemory({ ...parts, audit, events, cameras, ...household, ...recording }),
    tracks: new Signal(),
    tuning: new Tuning(),
    ...hearing,
    devices,
    actions: actionsOf({ store, audit, settings, events, cameras, devices, ...hearing }),
    demo: new Demo({ directory: demoDirectory, notices, log }),
    notices,
    log,
  };
}

/** What is recorded, how long it is kept, and the disk that it is on. */
function recordingOf(
  parts: Pick<House, 'store' | 'audit' | 'settings' | 'events' | 'cameras' | 'notices' | 'log'>,
): Pick<House, 'recorder' | 'recordingTimes' | 'disk' | 'retention'> {
  const { store, settings, notices } = parts;
  const disk = new DiskWatch({
    probe: store.disk,
    reserveOf: (totalBytes) => reserveOf(totalBytes, settings.get().retention.reserveGigabytes),
    notices,
  });
  const recordingTimes = new RecordingTimes({ settings, disk });
  return {
    recorder: new Recorder({ ...parts, times: recordingTimes }),
    recordingTimes,
    disk,
    retention: new HouseRetention({ ...parts, settings: () => settings.get(), disk }),
  };
}

function arrivalsOf({ changed }: Events, settings: HouseSettings): Arrivals {
  return new Arrivals({ changed, camera: () => settings.get().kiosk.wakeCamera, now: Date.now });
}

function backupsOf(parts: HouseParts, audit: Audit, settings: HouseSettings): HouseBackups {
  return new HouseBackups({
    ...parts,
    audit,
    settings: () => settings.get().backup,
    source: parts.store.backup,
  });
}

/** What was heard, and what was heard wrongly. */
function hearingOf({ store, ears, log }: HouseParts, settings: HouseSettings, wakePhrases: WakePhrases) {
  const transcript = new Transcript(store.transcript);
  const voice = () => settings.get().voice;
  const mishearings = new Mishearings({ store, transcript, ears, voice, log });
  mishearings.changed.listen(() => {
    wakePhrases.touch();
  });
  return { transcript, mishearings, wakePhrases, voiceMeter: new VoiceMeter() };
}

/** What the household may ask for in words, done. */
function actionsOf(
  parts: Pick<
    House,
    'store' | 'audit' | 'settings' | 'events' | 'cameras' | 'devices' | 'mishearings' | 'transcript'
  >,
): Actions {
  const { store, audit, settings, events, cameras, devices, mishearings, transcript } = parts;
  return new Actions({
    devices: audit.watching(devices, 'voice'),
    visits: () => events.newest({ limit: toldVisits }),
    cameras: () => cameras.list(),
    shopping: store.shopping,
    timers: store.timers,
    canSpeak: () => transcript.state.kind !== 'off',
    wasWrong: () => mishearings.newestWrong(),
    language: () => settings.get().voice.language,
    rules: () => ({ mayVoiceOpen: settings.get().voice.mayOpen }),
    isArmed: () => settings.get().armed,
    arm: (armed) => {
      settings.arm(armed);
      audit.note({ who: 'voice', deed: armed ? 'armed' : 'disarmed' });
    },
  });
}
