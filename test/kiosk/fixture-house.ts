import type { Clip } from '../../services/contract/clip.ts';
import type { ShownCamera, ShownSettings } from '../../services/contract/api.ts';
import type { CameraState, CameraView } from '../../services/contract/camera.ts';
import type { Entity } from '../../services/contract/entity.ts';
import type { Event, EventChange, LiveTracks } from '../../services/contract/event.ts';
import type { Health } from '../../services/contract/health.ts';
import {
  CameraId,
  ClipId,
  EntityId,
  EventId,
  FaceId,
  GroupId,
  PersonId,
} from '../../services/contract/identifiers.ts';
import type { Measures } from '../../services/contract/measures.ts';
import type { FoundCamera, OnvifCamera } from '../../services/contract/onvif.ts';
import type {
  Admission,
  EnrolledFace,
  FaceOrigin,
  Person,
  PortraitView,
  UnknownPerson,
} from '../../services/contract/person.ts';
import type { KeyWay } from '../../services/contract/key-file.ts';
import { Settings } from '../../services/contract/settings.ts';
import { type AddressFinding, SetupMemory, type SetupView } from '../../services/contract/setup.ts';
import type { TranscriptEntry, VoiceState } from '../../services/contract/voice.ts';
import type { WakeView } from '../../services/contract/wake.ts';
import { SettingsRevisions } from '../../services/hub/settings-revisions.ts';
import { Signal } from '../../services/hub/signal.ts';
import { FixtureMemory } from './fixture-memory.ts';
import { FixtureAccess } from './fixture-access.ts';
import { someWake } from './fixture-wake.ts';
import type { Place } from './scenes.ts';

const minuteMs = 60_000;

/** A house that stands still but for what a test changes: the canned data behind the fixture hub. */
export class FixtureHouse {
  readonly startedAtMs = Date.now() - 300 * minuteMs;
  readonly healthChanged = new Signal<Health>();
  readonly eventsChanged = new Signal<EventChange>();
  readonly peopleChanged = new Signal<readonly Person[]>();
  readonly devicesChanged = new Signal<readonly Entity[]>();
  readonly voiceChanged = new Signal<{ readonly state: VoiceState } | { readonly entry: TranscriptEntry }>();
  /** Anew every twenty seconds in a house that lives. */
  readonly measured = new Signal<Measures>();
  /** Somebody known came before the camera that wakes the screen. */
  readonly arrived = new Signal<{ readonly atMs: number }>();
  readonly tracksSeen = new Signal<LiveTracks>();
  /** What the hub was asked to do, as `path input`. */
  readonly asked: string[] = [];

  readonly access = new FixtureAccess();
  passphrase: string | null = null;
  /** How far the set-up is: over, unless a test says otherwise. */
  setup = SetupMemory.parse({ left: true, at: 'end' });
  readonly setupChanged = new Signal<SetupView>();
  keyWays: readonly KeyWay['kind'][] = ['plain'];
  /** Why nothing is said aloud: a sentence. What answers where a camera gave no picture. */
  speakerTrouble: string | null = null;
  finding: AddressFinding = { kind: 'video_port' };
  health: Health = healthyHouse(this.startedAtMs);
  settings: ShownSettings = shownSettings();
  readonly settingsChanged = new Signal<ShownSettings>();
  readonly revisions = new SettingsRevisions();
  readonly memory = new FixtureMemory();
  events: readonly Event[] = someEvents();
  clips: readonly Clip[] = [];
  /** Why nothing of what was seen can be told: a sentence. */
  eventsTrouble: string | null = null;
  /** What was called a mistake, as it was before. */
  readonly mistakes = new Map<EventId, Event>();
  people: readonly Person[] = somePeople(this.startedAtMs);
  devices: readonly Entity[] = someDevices();
  transcript: readonly TranscriptEntry[] = someTranscript();
  /** The wake phrases, the household's recordings of them, and the training that goes on. */
  wake: WakeView = someWake();
  readonly wakeChanged = new Signal<WakeView>();
  /** How long a phrase takes to learn, and why the next one can't be learnt: two sentences. */
  trainingMs = 2000;
  trainingTrouble: { readonly what: string; readonly advice: string } | null = null;
  /** How long it takes until somebody has spoken, how loud they are (0..1), and why nothing can be recorded. */
  recordMs = 300;
  recordPeak = 0.4;
  recordTrouble: string | null = null;
  /** How much a call before the meter is like the phrase, 0..1, and why nothing can be measured: a sentence. */
  callLikeness = 0.82;
  meterTrouble: string | null = null;
  /** Readings that the meter gave. */
  metersRead = 0;
  /** Faces without a name; told when the settings let them be grouped. */
  groups: readonly UnknownPerson[] = someGroups();
  /** What becomes of the next sighting that is confirmed. */
  admission: Admission = { kind: 'admitted', replaces: null };
  /** Why nothing can be done with people: a sentence. */
  peopleTrouble: string | null = null;
  /** How long somebody can be taken back who is being erased. */
  eraseAfterMs = 10_000;
  /** What a camera tells who stands before it. */
  portrait: PortraitView = { box: null, pose: null, taken: [], advice: 'nobody' };
  /** Why nobody can be enrolled before a camera: a sentence. */
  portraitTrouble: string | null = null;
  /** Enrolments before a camera that go on. */
  portraits = 0;
  readonly portraitSeen = new Signal<PortraitView>();
  /** The next answer of the vision process to a test or a photo: a sentence when it fails. */
  visionTrouble: string | null = null;
  /** What answers when the page looks for cameras. */
  found: readonly FoundCamera[] = foundCameras();
  /** Why nothing can be looked for: a sentence. */
  searchTrouble: string | null = null;
  /** What a camera tells of its streams. */
  told: OnvifCamera = toldCamera;
  /** The next answer of a camera that is asked for its streams: a sentence when it refuses. */
  onvifTrouble: string | null = null;
  /** Cameras whose pictures stopped though nobody said so. */
  readonly frozen = new Set<string>();
  /** The codec of a camera's stream, by `camera stream`, when it is not JPEG. */
  readonly codecs = new Map<string, string>();

  setHealth(change: Partial<Health>): void {
    this.health = { ...this.health, ...change };
    this.healthChanged.send(this.health);
  }

  setCamera(id: string, state: CameraState): void {
    this.setHealth({
      cameras: this.health.cameras.map((camera) => (camera.id === id ? { ...camera, state } : camera)),
    });
  }

  setVoice(state: VoiceState): void {
    this.health = { ...this.health, voice: state };
    this.voiceChanged.send({ state });
  }

  putWake(change: Partial<WakeView>): WakeView {
    this.wake = { ...this.wake, ...change };
    this.wakeChanged.send(this.wake);
    return this.wake;
  }

  putEvent(event: Event, change: EventChange['change']): void {
    const others = this.events.filter((each) => each.id !== event.id);
    this.events = change === 'deleted' ? others : [event, ...others];
    this.eventsChanged.send({ change, event });
  }

  /** The visit has a clip in each of these states. */
  record(eventId: string, ...states: readonly Clip['state'][]): void {
    const event = this.events.find(({ id }) => id === eventId);
    if (event === undefined) throw new Error(`There is no event ${eventId}.`);
    this.clips = states.map((state, index) => ({
      id: ClipId.parse(`clip-${index}`),
      cameraId: event.cameraId,
      eventId: event.id,
      kind: 'event',
      startedAtMs: event.beganAtMs + index * 300_000,
      ...{ codec: 'avc1.640028', width: 1920, height: 1080 },
      ...{ state, durationMs: 37_000, bytes: 9_000_000, kept: false },
    }));
  }

  putPeople(people: readonly Person[]): void {
    this.people = people;
    this.peopleChanged.send(people);
  }

  /** Somebody stands before the camera, and this is seen of them. */
  pose(portrait: Partial<PortraitView>): void {
    this.portrait = { ...this.portrait, ...portrait };
    this.portraitSeen.send(this.portrait);
  }

  /** The name everywhere: for names that try to break the page. */
  nameEverything(name: string): void {
    this.people = this.people.map((person) => ({ ...person, name }));
    this.devices = this.devices.map((device) => ({ ...device, name }));
    this.events = this.events.map((event) => ({
      ...event,
      identity: { kind: 'known', personId: PersonId.parse('anna'), name, confidence: 0.8 },
    }));
    const cameras = this.health.cameras.map((camera) => ({ ...camera, name, area: name }));
    this.health = { ...this.health, cameras };
    this.settings = {
      ...this.settings,
      cameras: this.settings.cameras.map((camera) => ({ ...camera, name, area: name })),
    };
    this.transcript = this.transcript.map((entry) => ({ ...entry, heard: name, reply: name }));
    this.wake = {
      ...this.wake,
      phrases: this.wake.phrases.map((report, index) => ({
        ...report,
        phrase: `${name}${'\u200b'.repeat(index)}`,
      })),
    };
  }

  /** As a house is on the first day, without anything of the demo. */
  emptyIt(): void {
    this.events = [];
    this.people = [];
    this.groups = [];
    this.devices = [];
    this.transcript = [];
    this.settings = { ...this.settings, demo: false, cameras: [] };
    this.health = {
      ...this.health,
      demo: false,
      cameras: [],
      notices: [],
      voice: { kind: 'waiting', source: 'none', wakePhrase: 'computer' },
    };
  }

  /** Which scene a camera plays. */
  placeOf(cameraId: string): Place {
    if (cameraId === 'garden') return 'garden';
    if (cameraId === 'drive') return 'drive';
    return cameraId === 'hall' ? 'hall' : 'door';
  }
}

type Live = Extract<CameraState, { readonly kind: 'live' }>;

function live(): Live {
  return {
    kind: 'live',
    sinceMs: Date.now() - 200 * minuteMs,
    framesPerSecond: 5,
    width: 1280,
    height: 720,
    droppedFrames: 0,
    stream: 'main',
    decoding: 'all',
  };
}

export function cameraView(id: string, name: string, more: Partial<CameraView> = {}): CameraView {
  const streams = { hasSub: false, liveStream: 'auto', privacy: [] } as const;
  return { id: CameraId.parse(id), name, area: '', ...streams, demo: false, state: live(), ...more };
}

function foundCameras(): readonly FoundCamera[] {
  const found = (name: string, hardware: string, address: string): FoundCamera => ({
    name,
    hardware,
    address,
    xaddr: `http://${address}/onvif/device_service`,
    urn: `urn:uuid:${address}`,
  });
  return [
    found('Front door', 'RLC-510A', '192.168.1.20'),
    found('IPC-T3241-ZAS', 'IPC-T3241-ZAS', '192.168.1.31'),
    found('192.168.1.105', '', '192.168.1.105'),
  ];
}

const toldCamera: OnvifCamera = {
  name: 'Dahua IPC-T3241-ZAS',
  manufacturer: 'Dahua',
  model: 'IPC-T3241-ZAS',
  main: {
    address: 'rtsp://192.168.1.31:554/cam/realmonitor?channel=1&subtype=0',
    width: 2560,
    height: 1440,
    codec: 'H.265',
    framesPerSecond: 20,
  },
  sub: {
    address: 'rtsp://192.168.1.31:554/cam/realmonitor?channel=1&subtype=1',
    width: 704,
    height: 576,
    codec: 'H.264',
    framesPerSecond: 10,
  },
};

function healthyHouse(startedAtMs: number): Health {
  return {
    version: '0.1.0',
    startedAtMs,
    demo: false,
    armed: true,
    key: { kind: 'open', keptBy: 'key_file' },
    processes: [
      { name: 'hub', state: { kind: 'running', pid: 100, sinceMs: startedAtMs }, restarts: 0 },
      { name: 'vision', state: { kind: 'running', pid: 101, sinceMs: startedAtMs }, restarts: 1 },
      { name: 'voice', state: { kind: 'running', pid: 102, sinceMs: startedAtMs }, restarts: 0 },
    ],
    cameras: [
      cameraView('front_door', 'Front door', { area: 'Entrance' }),
      cameraView('garden', 'Garden', {
        area: 'Outside',
        hasSub: true,
        state: { ...live(), stream: 'sub', decoding: 'woken' },
      }),
      cameraView('drive', 'Driveway', {
        area: 'Outside',
        hasSub: true,
        state: { ...live(), stream: 'sub', decoding: 'key_frames' },
      }),
      cameraView('hall', 'Hall', { area: 'Hall' }),
    ],
    voice: { kind: 'waiting', source: 'microphone', wakePhrase: 'computer' },
    broker: { kind: 'connected', sinceMs: startedAtMs, entities: 6 },
    disk: { kind: 'well', freeBytes: 38.4e9, totalBytes: 128e9 },
    notices: [],
  };
}

function shownCamera(id: string, name: string, area: string): ShownCamera {
  return {
    id: CameraId.parse(id),
    name,
    area,
    address: `rtsp://192.168.1.20:554/${id}`,
    subAddress: '',
    roles: { detect: 'auto', record: 'auto', live: 'auto' },
    zones: [],
    lines: [],
    sensitivity: { day: null, night: null },
    recording: { mode: 'events', preRollSeconds: 5, postRollSeconds: 5 },
    username: 'viewer',
    transport: 'tcp',
    enabled: true,
    hasPassword: true,
  };
}

function shownSettings(): ShownSettings {
  const { vision, voice, kiosk, mqtt, retention, backup } = Settings.parse({ demo: false });
  const { password: _password, ...shown } = mqtt;
  return {
    demo: false,
    vision,
    voice,
    kiosk,
    retention,
    backup,
    mqtt: { ...shown, enabled: true, hasPassword: true },
    revisions: {},
    cameras: [
      shownCamera('front_door', 'Front door', 'Entrance'),
      shownCamera('garden', 'Garden', 'Outside'),
      shownCamera('drive', 'Driveway', 'Outside'),
      shownCamera('hall', 'Hall', 'Hall'),
    ],
  };
}

function known(id: string, name: string): Event['identity'] {
  return { kind: 'known', personId: PersonId.parse(id), name, confidence: 0.94 };
}

export function someEvent(id: string, minutesAgo: number, more: Partial<Event> = {}): Event {
  const beganAtMs = Date.now() - minutesAgo * minuteMs;
  return {
    id: EventId.parse(id),
    cameraId: CameraId.parse('front_door'),
    label: 'person',
    score: 0.91,
    box: { x: 0.37, y: 0.28, width: 0.13, height: 0.6 },
    beganAtMs,
    endedAtMs: beganAtMs + 47_000,
    identity: { kind: 'unknown' },
    hasSnapshot: true,
    hasFace: true,
    ...more,
  };
}

function someEvents(): readonly Event[] {
  const garden = CameraId.parse('garden');
  const drive = CameraId.parse('drive');
  return [
    someEvent('ev-stranger', 1, { endedAtMs: null }),
    someEvent('ev-anna', 9, {
      cameraId: garden,
      identity: known('anna', 'Anna'),
      liveness: 0.93,
      zones: ['Path', 'Terrace'],
      crossings: [{ line: 'Gate', direction: 'in', atMs: Date.now() - 9 * minuteMs }],
    }),
    someEvent('ev-van', 41, {
      cameraId: drive,
      label: 'vehicle',
      identity: { kind: 'no_face' },
      hasFace: false,
    }),
    someEvent('ev-far', 95, { cameraId: garden, identity: { kind: 'no_face' }, hasFace: false, score: 0.68 }),
    someEvent('ev-offline', 120, {
      cameraId: drive,
      label: 'camera_offline',
      score: 1,
      box: { x: 0, y: 0, width: 1, height: 1 },
      identity: { kind: 'no_face' },
      why: 'The camera does not answer.',
      hasSnapshot: false,
      hasFace: false,
    }),
    someEvent('ev-cat', 190, {
      cameraId: garden,
      label: 'animal',
      identity: { kind: 'no_face' },
      hasFace: false,
      hasSnapshot: false,
    }),
    someEvent('ev-bernd', 26 * 60, { identity: known('bernd', 'Bernd') }),
    someEvent('ev-post', 29 * 60),
    someEvent('ev-anna2', 52 * 60, { cameraId: CameraId.parse('hall'), identity: known('anna', 'Anna') }),
  ];
}

/** A face by its number: the picture's look is the number's rest by 4, its pose the number by 4. */
export function enrolledFace(number: number, more: Partial<EnrolledFace> = {}): EnrolledFace {
  return {
    id: FaceId.parse(`face-${number}`),
    origin: origins[number % origins.length] ?? 'photo',
    addedAtMs: Date.now() - (40 + number) * 24 * 60 * minuteMs,
    quality: 0.8,
    pose: { roll: 0, ...(poses[Math.floor(number / 4) % poses.length] ?? poses[0]) },
    isUsed: true,
    ...more,
  };
}

const origins: readonly FaceOrigin[] = ['photo', 'camera', 'event', 'sighting', 'photo'];
const poses = [
  { yaw: 0, pitch: 0 },
  { yaw: -30, pitch: 0 },
  { yaw: 30, pitch: 0 },
  { yaw: 0, pitch: 25 },
  { yaw: 0, pitch: -25 },
] as const;

function somePeople(startedAtMs: number): readonly Person[] {
  const atMs = startedAtMs - 40 * 24 * 60 * minuteMs;
  const person = (id: string, faces: readonly EnrolledFace[], more: Partial<Person>): Person => ({
    id: PersonId.parse(id),
    name: id.charAt(0).toUpperCase() + id.slice(1),
    enrolledAtMs: atMs,
    consent: null,
    faces,
    advice: [],
    leavesAtMs: null,
    ...more,
  });
  return [
    person(
      'anna',
      [0, 4, 8, 12, 16].map((number) => enrolledFace(number)),
      { consent: { givenBy: 'Anna', recordedBy: 'Bernd', atMs } },
    ),
    person('bernd', [enrolledFace(1, { pose: null, quality: null })], {
      advice: [
        { want: 'left', count: 1 },
        { want: 'right', count: 1 },
        { want: 'any', count: 2 },
      ],
    }),
    person('clara', [enrolledFace(2), enrolledFace(6, { isUsed: false, quality: null })], {
      consent: { givenBy: 'Anna', recordedBy: 'Anna', atMs },
      advice: [{ want: 'right', count: 2 }],
    }),
  ];
}

function someGroups(): readonly UnknownPerson[] {
  const group = (id: string, visits: number, hoursAgo: number): UnknownPerson => ({
    id: GroupId.parse(id),
    firstSeenMs: Date.now() - (hoursAgo + 40) * 60 * minuteMs,
    lastSeenMs: Date.now() - hoursAgo * 60 * minuteMs,
    visits,
    eventIds: [EventId.parse('ev-stranger'), EventId.parse('ev-post')],
    forgottenAtMs: Date.now() + (7 * 24 - hoursAgo) * 60 * minuteMs,
  });
  return [group('group-3', 5, 2.2), group('group-7', 2, 45)];
}

function someDevices(): readonly Entity[] {
  const device = (entityId: string, name: string, more: Partial<Entity>): Entity => ({
    entityId: EntityId.parse(entityId),
    domain: 'light',
    deviceClass: '',
    name,
    aliases: [],
    area: '',
    state: 'off',
    attributes: {},
    via: 'mqtt',
    ...more,
  });
  return [
    device('light.kitchen', 'Kitchen light', { state: 'on', attributes: { brightness: 60 } }),
    device('light.living_room', 'Living room', {}),
    device('lock.front_door', 'Front door', { domain: 'lock', state: 'locked' }),
    device('cover.garage', 'Garage door', { domain: 'cover', deviceClass: 'garage', state: 'closed' }),
    device('climate.hall', 'Heating', {
      domain: 'climate',
      state: 'heat',
      attributes: { temperature: 21, currentTemperature: 19.5 },
    }),
    device('switch.fan', 'Bathroom fan', { domain: 'switch', state: 'unavailable' }),
  ];
}

function someTranscript(): readonly TranscriptEntry[] {
  return [
    {
      id: 'tr-1',
      atMs: Date.now() - 3 * minuteMs,
      heard: 'turn on the kitchen light',
      intent: { name: 'HassTurnOn', slots: { name: 'Kitchen light' } },
      outcome: 'done',
      reply: 'The kitchen light is on.',
      confidence: 0.97,
    },
  ];
}
