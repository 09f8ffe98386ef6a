import type { CameraInput, SaveZones, SettingsUpdate, ShownCamera, ShownSettings } from '../contract/api.ts';
import type { CameraSettings } from '../contract/camera.ts';
import { CameraId } from '../contract/identifiers.ts';
import type { MqttSettings, Settings } from '../contract/settings.ts';
import type { SetupMemory } from '../contract/setup.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Store } from '../store/store.ts';
import { isSameHost, keepsHosts, withoutPasswordInAddress, withoutPasswordInUrl } from './camera-address.ts';
import type { SettingsInFile } from './settings-file.ts';
import { SettingsRevisions } from './settings-revisions.ts';
import { Signal } from './signal.ts';

const mostCameras = 32;

/** What the owner has set. Every change is stored before it is told. */
export class HouseSettings {
  readonly changed = new Signal<Settings>();
  readonly #table: Store['settings'];
  readonly #revisions = new SettingsRevisions();
  readonly #knowsPhrase: (phrase: string) => boolean;
  #settings: Settings;

  /** `knowsPhrase`: whether Lares can be called so; it can by any phrase where it is left out. */
  constructor(table: Store['settings'], knowsPhrase: (phrase: string) => boolean = () => true) {
    this.#table = table;
    this.#knowsPhrase = knowsPhrase;
    this.#settings = table.get();
  }

  get(): Settings {
    return this.#settings;
  }

  /** Without any password. */
  shown(): ShownSettings {
    const { demo, cameras, vision, voice, mqtt, kiosk, retention, backup } = this.get();
    const shown = { cameras: cameras.map(shownCamera), mqtt: shownMqtt(mqtt) };
    const revisions = this.#revisions.of(this.get());
    return { demo, vision, voice, kiosk, retention, backup, ...shown, revisions };
  }

  /** Sections that are absent stay as they are. Throws Trouble `conflict` where somebody else changed what is to change. */
  update(update: SettingsUpdate): void {
    this.#revisions.check(this.get(), update.revisions ?? {});
    this.#put(this.#updated(this.get(), update));
  }

  useDemo(demo: boolean): void {
    this.#put({ ...this.get(), demo });
  }

  rememberSetup(setup: SetupMemory): void {
    this.#put({ ...this.get(), setup });
  }

  arm(armed: boolean): void {
    this.#put({ ...this.get(), armed });
  }

  /** The camera as it would be saved: with an id, its password in its field, and the stored one where none is given and its host is the same. */
  completed(input: CameraInput): CameraSettings {
    return completedCamera(input, this.get().cameras);
  }

  /** A known id replaces that camera, a new one adds a camera. The owner's own camera ends the demo. */
  saveCamera(input: CameraInput): ShownCamera {
    const settings = this.get();
    const camera = completedCamera(input, settings.cameras);
    const known = settings.cameras.some(({ id }) => id === camera.id);
    if (!known && settings.cameras.length >= mostCameras) throw tooManyCameras();
    const cameras = known
      ? settings.cameras.map((old) => (old.id === camera.id ? camera : old))
      : [...settings.cameras, camera];
    this.#put({ ...settings, demo: false, cameras });
    return shownCamera(camera);
  }

  /** Only what was drawn on the camera's picture changes. */
  saveZones({ cameraId, zones, lines, sensitivity }: SaveZones): ShownCamera {
    const settings = this.get();
    const old = settings.cameras.find(({ id }) => id === cameraId);
    if (old === undefined || settings.demo) throw noCamera();
    const camera = { ...old, zones, lines, sensitivity };
    this.#put({ ...settings, cameras: settings.cameras.map((each) => (each === old ? camera : each)) });
    return shownCamera(camera);
  }

  removeCamera(id: CameraId): void {
    const settings = this.get();
    const cameras = settings.cameras.filter((camera) => camera.id !== id);
    if (cameras.length === settings.cameras.length) throw noCamera();
    this.#put({ ...settings, cameras });
  }

  /** Takes over what a settings file says; a file with cameras that does not speak of the demo ends it. */
  import(file: SettingsInFile): void {
    const settings = this.get();
    const cameras = file.cameras?.reduce<CameraSettings[]>(
      (saved, input) => [...saved, completedCamera(input, saved, settings.cameras)],
      [],
    );
    const ids = new Set(cameras?.map(({ id }) => id));
    if (cameras !== undefined && ids.size < cameras.length) throw sameIdTwice();
    const ownCameras = cameras !== undefined && cameras.length > 0;
    this.#put({
      ...this.#updated(settings, file),
      demo: file.demo ?? (ownCameras ? false : settings.demo),
      armed: file.armed ?? settings.armed,
      cameras: cameras ?? settings.cameras,
      setup: file.setup ?? settings.setup,
    });
  }

  #updated(settings: Settings, update: SettingsUpdate): Settings {
    const { wakePhrase } = update.voice ?? settings.voice;
    if (wakePhrase !== settings.voice.wakePhrase && !this.#knowsPhrase(wakePhrase))
      throw unknownPhrase(wakePhrase);
    const mqtt = update.mqtt === undefined ? settings.mqtt : withoutPasswordInUrl(update.mqtt);
    const kept = isSameHost(mqtt.url, settings.mqtt.url) ? settings.mqtt.password : '';
    return {
      ...settings,
      vision: update.vision ?? settings.vision,
      voice: update.voice ?? settings.voice,
      kiosk: update.kiosk ?? settings.kiosk,
      retention: update.retention ?? settings.retention,
      backup: update.backup ?? settings.backup,
      mqtt: { ...mqtt, password: mqtt.password === '' ? kept : mqtt.password },
    };
  }

  #put(settings: Settings): void {
    this.#table.put(settings);
    this.#settings = settings;
    this.changed.send(settings);
  }
}

function completedCamera(
  input: CameraInput,
  beside: readonly CameraSettings[],
  stored: readonly CameraSettings[] = beside,
): CameraSettings {
  const camera = withoutPasswordInAddress(input);
  const id = camera.id ?? freeId(camera.name, beside);
  const old = stored.find((one) => one.id === id);
  // Else whoever reaches the page could have the stored password sent to a machine of their own.
  const kept = old !== undefined && keepsHosts(camera, old) ? old.password : '';
  return { ...camera, id, password: camera.password === '' ? kept : camera.password };
}

/** `Front door` → `front_door`, or `front_door_2` when that is taken. */
export function freeId(name: string, taken: readonly Pick<CameraSettings, 'id'>[]): CameraId {
  const letters = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_');
  const slug = letters.replaceAll(/^_+|_+$/g, '').slice(0, 50) || 'camera';
  const used = new Set<string>(taken.map(({ id }) => id));
  let free = slug;
  for (let number = 2; used.has(free); number += 1) free = `${slug}_${number}`;
  return CameraId.parse(free);
}

export function shownCamera({ password, ...camera }: CameraSettings): ShownCamera {
  return { ...camera, hasPassword: password !== '' };
}

function shownMqtt({ password, ...mqtt }: MqttSettings): ShownSettings['mqtt'] {
  return { ...mqtt, hasPassword: password !== '' };
}

function noCamera(): Trouble {
  return new Trouble('not_found', {
    what: 'This camera is not there any more.',
    advice: 'Look at the list of cameras.',
  });
}

function tooManyCameras(): Trouble {
  return new Trouble('bad_input', {
    what: `Lares watches at most ${mostCameras} cameras.`,
    advice: 'Remove one first.',
  });
}

function unknownPhrase(phrase: string): Trouble {
  return new Trouble('bad_settings', {
    what: `Lares does not know the wake phrase “${phrase}” yet, so nothing was changed.`,
    advice: 'Train it first under Voice.',
  });
}

function sameIdTwice(): Trouble {
  return new Trouble('bad_settings', {
    what: 'Two cameras of the settings file have the same id.',
    advice: 'Give each camera an id of its own, or none: then Lares makes one from the name.',
  });
}
