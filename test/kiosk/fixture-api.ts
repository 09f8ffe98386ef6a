import { initTRPC } from '@trpc/server';
import {
  Arm,
  ByCamera,
  CameraInput,
  SaveZones,
  SettingsUpdate,
  TurnDevice,
  Unlock,
  UseDemo,
} from '../../services/contract/api.ts';
import type { Entity } from '../../services/contract/entity.ts';
import { CameraId } from '../../services/contract/identifiers.ts';
import { type CameraSearch, OnvifLogin } from '../../services/contract/onvif.ts';
import { newsOf } from '../../services/hub/news.ts';
import { fixtureAccess } from './fixture-access.ts';
import { cameraView, type FixtureHouse } from './fixture-house.ts';
import { fixtureClips, fixtureEvents } from './fixture-events.ts';
import { fixturePeople, refuse, slugOf } from './fixture-people.ts';
import { fixtureAudit, fixtureBackup, fixtureMemory, fixtureRetention } from './fixture-memory.ts';
import { fixtureKey, fixtureSetup } from './fixture-setup.ts';
import { someMeasures } from './fixture-measures.ts';
import { fixtureVoice } from './fixture-voice.ts';
import { motionOfWalk } from './motion-walk.ts';
import { scene } from './scenes.ts';

const t = initTRPC.context<{ readonly house: FixtureHouse }>().create();

const door = t.procedure.use(({ ctx, path, getRawInput, next, type }) => {
  return next({ ctx }).then(async (result) => {
    if (type === 'mutation')
      ctx.house.asked.push(`${path} ${JSON.stringify(await getRawInput())}`.slice(0, 300));
    return result;
  });
});

const inside = door.use(({ ctx, next }) => {
  if (ctx.house.health.key.kind === 'locked') refuse('The house is locked. Give its passphrase first.');
  return next({ ctx });
});

const house = t.router({
  health: door.query(({ ctx }) => ctx.house.health),
  watchHealth: door.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.healthChanged, { signal, keep: 1, first: () => ctx.house.health }),
  ),
  unlock: door.input(Unlock).mutation(({ ctx, input }) => {
    if (input.passphrase !== ctx.house.passphrase)
      refuse('That is not the passphrase. Check the keyboard layout and try again.');
    ctx.house.setHealth({ key: { kind: 'open', keptBy: 'passphrase' } });
    return ctx.house.health;
  }),
  watchMeasures: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.measured, { signal, keep: 1, first: () => someMeasures(ctx.house.health.cameras) }),
  ),
  watchArrivals: inside.subscription(({ ctx, signal }) => newsOf(ctx.house.arrived, { signal, keep: 1 })),
  arm: inside.input(Arm).mutation(({ ctx, input }) => {
    ctx.house.setHealth({ armed: input.armed });
    return ctx.house.health;
  }),
});

const cameras = t.router({
  list: inside.query(({ ctx }) => ctx.house.settings.cameras),
  watchTracks: inside.input(ByCamera).subscription(async function* ({ ctx, input, signal }) {
    for await (const tracks of newsOf(ctx.house.tracksSeen, { signal, keep: 5 }))
      if (tracks.cameraId === input.cameraId) yield tracks;
  }),
  test: inside.input(CameraInput).mutation(async ({ ctx }) => {
    if (ctx.house.visionTrouble !== null) refuse(ctx.house.visionTrouble);
    const picture = Buffer.from(await scene({ place: 'garden', step: 0.4 })).toString('base64');
    return { picture, width: 1280, height: 720, codec: 'h264' };
  }),
  discover: inside.subscription(async function* ({ ctx }): AsyncGenerator<CameraSearch, void> {
    if (ctx.house.searchTrouble !== null) refuse(ctx.house.searchTrouble);
    for (const camera of await Promise.resolve(ctx.house.found)) yield { kind: 'found', camera };
    yield { kind: 'end' };
  }),
  onvif: inside.input(OnvifLogin).mutation(({ ctx }) => {
    if (ctx.house.onvifTrouble !== null) refuse(ctx.house.onvifTrouble);
    return ctx.house.told;
  }),
  save: inside.input(CameraInput).mutation(({ ctx, input }) => {
    const { password, ...rest } = input;
    const camera = {
      ...rest,
      id: rest.id ?? CameraId.parse(slugOf(rest.name)),
      hasPassword: password !== '',
    };
    const others = ctx.house.settings.cameras.filter((each) => each.id !== camera.id);
    ctx.house.settings = { ...ctx.house.settings, demo: false, cameras: [...others, camera] };
    const views = ctx.house.health.cameras.filter((each) => !each.demo && each.id !== camera.id);
    ctx.house.setHealth({
      demo: false,
      cameras: [...views, cameraView(camera.id, camera.name, { area: camera.area })],
    });
    return camera;
  }),
  saveZones: inside.input(SaveZones).mutation(({ ctx, input }) => {
    const { cameraId, ...plan } = input;
    const cameras = ctx.house.settings.cameras.map((each) =>
      each.id === cameraId ? { ...each, ...plan } : each,
    );
    ctx.house.settings = { ...ctx.house.settings, cameras };
    const privacy = plan.zones.filter(({ kind }) => kind === 'privacy').map(({ polygon }) => polygon);
    ctx.house.setHealth({
      cameras: ctx.house.health.cameras.map((each) => (each.id === cameraId ? { ...each, privacy } : each)),
    });
    return cameras.find(({ id }) => id === cameraId) ?? refuse('This camera is not there any more.');
  }),
  watchMotion: inside
    .input(ByCamera)
    .subscription(({ input, signal }) => motionOfWalk(input.cameraId, signal)),
  remove: inside.input(ByCamera).mutation(({ ctx, input }) => {
    const others = ctx.house.settings.cameras.filter((each) => each.id !== input.cameraId);
    ctx.house.settings = { ...ctx.house.settings, cameras: others };
    ctx.house.setHealth({ cameras: ctx.house.health.cameras.filter((each) => each.id !== input.cameraId) });
  }),
});

const turned: Readonly<Record<Entity['domain'], readonly [string, string]>> = {
  light: ['on', 'off'],
  switch: ['on', 'off'],
  lock: ['locked', 'unlocked'],
  cover: ['open', 'closed'],
  climate: ['heat', 'off'],
  fan: ['on', 'off'],
  media_player: ['idle', 'off'],
  scene: ['on', 'off'],
};

const devices = t.router({
  list: inside.query(({ ctx }) => ctx.house.devices),
  watch: inside.subscription(({ ctx, signal }) => newsOf(ctx.house.devicesChanged, { signal, keep: 1 })),
  turn: inside.input(TurnDevice).mutation(({ ctx, input }) => {
    const found = ctx.house.devices.find((device) => device.entityId === input.entityId);
    if (found === undefined) return refuse('This device is not there any more. Look at the list of devices.');
    const changed = { ...found, state: turned[found.domain][input.on ? 0 : 1] };
    ctx.house.devices = ctx.house.devices.map((device) => (device === found ? changed : device));
    ctx.house.devicesChanged.send(ctx.house.devices);
    return changed;
  }),
});

/** As the hub tells them: with what they are told from other states by. */
function shownNow({ settings, revisions }: FixtureHouse) {
  return { ...settings, revisions: revisions.of(settings) };
}

const settings = t.router({
  get: inside.query(({ ctx }) => shownNow(ctx.house)),
  watch: inside.subscription(async function* ({ ctx, signal }) {
    for await (const _ of newsOf(ctx.house.settingsChanged, { signal, keep: 1 })) yield shownNow(ctx.house);
  }),
  update: inside.input(SettingsUpdate).mutation(({ ctx, input }) => {
    const before = ctx.house.settings;
    ctx.house.revisions.check(before, input.revisions ?? {});
    const { password, ...mqtt } = input.mqtt ?? { ...before.mqtt, password: '' };
    ctx.house.settings = {
      ...before,
      vision: input.vision ?? before.vision,
      voice: input.voice ?? before.voice,
      kiosk: input.kiosk ?? before.kiosk,
      retention: input.retention ?? before.retention,
      backup: input.backup ?? before.backup,
      mqtt: { ...mqtt, hasPassword: before.mqtt.hasPassword || password !== '' },
    };
    ctx.house.settingsChanged.send(ctx.house.settings);
    return shownNow(ctx.house);
  }),
  useDemo: inside.input(UseDemo).mutation(({ ctx, input }) => {
    ctx.house.setHealth({ demo: input.demo });
    return shownNow(ctx.house);
  }),
});

/** The hub's router over canned data, with the contract's own inputs. */
export const fixtureApi = t.router({
  access: fixtureAccess,
  house,
  cameras,
  events: fixtureEvents,
  clips: fixtureClips,
  people: fixturePeople,
  devices,
  voice: fixtureVoice,
  retention: fixtureRetention,
  setup: fixtureSetup,
  key: fixtureKey,
  backup: fixtureBackup,
  audit: fixtureAudit,
  memory: fixtureMemory,
  settings,
});
