import type { Line, Zone } from '../../services/contract/zone.ts';
import { cameraView, type FixtureHouse } from './fixture-house.ts';
import { accessViews } from './screenshot-access.ts';
import { peopleViews } from './screenshot-people.ts';
import { settingsViews } from './screenshot-settings.ts';
import { voiceViews } from './screenshot-voice.ts';
import { setupViews } from './screenshot-setup.ts';
import type { ScreenshotView } from './screenshot-view.ts';

const minuteMs = 60_000;

const rectangle = (...[left, top, right, bottom]: readonly [number, number, number, number]) => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

function drawZones(house: FixtureHouse): void {
  const zones: readonly Zone[] = [
    {
      name: 'Path',
      kind: 'include',
      polygon: [...rectangle(0.06, 0.62, 0.55, 0.98), { x: 0.02, y: 0.8 }],
      sensitivity: 0.7,
      minimumTimeMs: 2000,
      dwellMs: 0,
    },
    {
      name: 'Tree',
      kind: 'ignore',
      polygon: rectangle(0.68, 0.04, 0.95, 0.52),
      sensitivity: null,
      minimumTimeMs: 0,
      dwellMs: 0,
    },
    {
      name: 'Neighbour’s window',
      kind: 'privacy',
      polygon: rectangle(0.06, 0.2, 0.27, 0.5),
      sensitivity: null,
      minimumTimeMs: 0,
      dwellMs: 0,
    },
  ];
  const lines: readonly Line[] = [
    { name: 'Gate', from: { x: 0.62, y: 0.9 }, to: { x: 0.86, y: 0.62 }, direction: 'both' },
    { name: 'Steps', from: { x: 0.36, y: 0.56 }, to: { x: 0.58, y: 0.5 }, direction: 'in' },
  ];
  house.settings = {
    ...house.settings,
    cameras: house.settings.cameras.map((camera) =>
      camera.id === 'front_door'
        ? { ...camera, zones: [...zones], lines: [...lines], sensitivity: { day: null, night: 0.3 } }
        : camera,
    ),
  };
  const privacy = zones.filter(({ kind }) => kind === 'privacy').map(({ polygon }) => polygon);
  house.health = {
    ...house.health,
    cameras: house.health.cameras.map((camera) =>
      camera.id === 'front_door' ? { ...camera, privacy } : camera,
    ),
  };
}

/** Every screen in every state that is worth a look. */
export const views: readonly ScreenshotView[] = [
  { name: 'zones-empty', hash: '#/zones/garden' },
  {
    name: 'zones-edit',
    hash: '#/zones/front_door',
    prepare: drawZones,
    act: async (page) => {
      await page.getByRole('button', { name: 'Work on Path' }).click();
    },
  },
  {
    name: 'zones-line',
    hash: '#/zones/front_door',
    prepare: drawZones,
    act: async (page) => {
      await page.getByRole('button', { name: 'Work on Gate' }).click();
    },
  },
  {
    name: 'zones-tune',
    hash: '#/zones/front_door',
    prepare: drawZones,
    act: async (page) => {
      await page.getByLabel('Show what Lares sees').click();
      await page.waitForTimeout(9000);
    },
  },
  {
    name: 'zones-draw',
    hash: '#/zones/garden',
    act: async (page) => {
      await page.locator('[data-draw=privacy]').click();
      const box = await page.locator('[data-drawing]').boundingBox();
      if (box === null) return;
      for (const [x, y] of [
        [0.1, 0.2],
        [0.4, 0.15],
        [0.45, 0.6],
        [0.15, 0.7],
      ] as const)
        await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
    },
  },
  { name: 'home', hash: '' },
  {
    name: 'home-demo',
    hash: '',
    prepare: (house) => {
      const cameras = house.health.cameras.slice(0, 2).map((camera) => ({ ...camera, demo: true }));
      house.health = { ...house.health, demo: true, armed: false, cameras };
      house.setVoice({ kind: 'listening', sinceMs: Date.now() });
    },
  },
  {
    name: 'home-trouble',
    hash: '',
    prepare: (house) => {
      const sinceMs = Date.now() - 12 * minuteMs;
      const why = 'The camera does not answer.';
      house.setCamera('front_door', {
        kind: 'lost',
        sinceMs,
        why,
        advice: 'Check its power.',
        retryAtMs: Date.now() + 100 * minuteMs,
      });
      house.setCamera('garden', { kind: 'connecting', sinceMs });
      house.setCamera('hall', { kind: 'off' });
      house.setHealth({
        notices: [
          {
            id: 'mqtt',
            severity: 'warning',
            what: 'The broker refuses the password.',
            advice: 'Correct it under Settings.',
            sinceMs,
          },
          {
            id: 'camera:front_door',
            severity: 'error',
            what: 'The front door has no picture.',
            advice: why,
            sinceMs,
          },
          {
            id: 'disk',
            severity: 'warning',
            what: 'The disk is nearly full.',
            advice: 'Free some space.',
            sinceMs,
          },
        ],
      });
      house.setVoice({
        kind: 'off',
        why: 'The recogniser is not installed. Run “npx lares doctor” on the hub.',
      });
    },
  },
  {
    name: 'home-empty',
    hash: '',
    prepare: (house) => {
      house.emptyIt();
    },
  },
  {
    name: 'home-one',
    hash: '',
    prepare: (house) => {
      house.setHealth({ cameras: house.health.cameras.slice(0, 1) });
      house.setVoice({ kind: 'speaking', text: 'It is half past two.' });
    },
  },
  {
    name: 'home-eight',
    hash: '',
    prepare: (house) => {
      const names = ['Front door', 'Garden', 'Driveway', 'Hall', 'Terrace', 'Cellar', 'Attic', 'Workshop'];
      const cameras = names.map((name) => cameraView(name.toLowerCase().replace(' ', '_'), name));
      house.setHealth({ cameras });
      house.codecs.set('terrace main', 'hvc1.1.6.L120.90');
    },
  },
  { name: 'camera', hash: '#/live/garden' },
  {
    name: 'camera-converted',
    hash: '#/live/garden',
    prepare: (house) => {
      house.codecs.set('garden main', 'hvc1.1.6.L120.90');
    },
  },
  { name: 'events', hash: '#/events' },
  {
    name: 'events-filtered',
    hash: '#/events?person=anna',
  },
  {
    name: 'events-nothing-fits',
    hash: '#/events?person=anna&kind=animal',
  },
  {
    name: 'events-search',
    hash: '#/events?find=anna',
  },
  {
    name: 'events-unwell',
    hash: '#/events',
    prepare: (house) => {
      house.eventsTrouble = 'The memory can’t be read right now. Try again in a moment.';
    },
  },
  {
    name: 'events-empty',
    hash: '#/events',
    prepare: (house) => {
      house.emptyIt();
    },
  },
  ...accessViews,
  ...peopleViews,
  ...voiceViews,
  { name: 'cameras', hash: '#/cameras' },
  {
    name: 'cameras-empty',
    hash: '#/cameras',
    prepare: (house) => {
      house.emptyIt();
    },
  },
  { name: 'camera-find', hash: '#/cameras/-new' },
  {
    name: 'camera-find-none',
    hash: '#/cameras/-new',
    prepare: (house) => {
      house.found = [];
    },
  },
  {
    name: 'camera-login',
    hash: '#/cameras/-new',
    prepare: (house) => {
      house.onvifTrouble =
        'The camera refuses this user and password. Use those of the camera’s own page; some cameras want a user of its own for ONVIF, which is made there.';
    },
    act: async (page) => {
      await page.locator('[data-found]').nth(1).click();
      await page.getByRole('button', { name: 'Connect' }).click();
    },
  },
  {
    name: 'camera-told',
    hash: '#/cameras/-new',
    act: async (page) => {
      await page.locator('[data-found]').nth(1).click();
      await page.getByRole('button', { name: 'Connect' }).click();
      await page.getByText('Which stream for what').click();
      await page.waitForTimeout(600);
    },
  },
  { name: 'event-offline', hash: '#/events/ev-offline' },
  {
    name: 'camera-recording',
    hash: '#/cameras/garden',
    act: (page) => page.getByText('Use this camera').scrollIntoViewIfNeeded(),
  },
  {
    name: 'event-recorded',
    hash: '#/events/ev-anna',
    prepare: (house) => {
      house.record('ev-anna', 'finished', 'cut');
    },
  },
  {
    name: 'event-being-recorded',
    hash: '#/events/ev-stranger',
    prepare: (house) => {
      house.record('ev-stranger', 'recording');
    },
  },
  {
    name: 'event-playing',
    hash: '#/events/ev-anna',
    prepare: (house) => {
      house.record('ev-anna', 'finished');
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Play the recording' }).click();
      await page.locator('[data-frames]').waitFor();
      await page.waitForTimeout(3000);
    },
  },
  {
    name: 'event-unplayable',
    hash: '#/events/ev-anna',
    prepare: (house) => {
      house.record('ev-anna', 'finished');
      house.clips = house.clips.map((clip) => ({ ...clip, codec: 'hvc1.1.6.L93.B0' }));
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Play the recording' }).click();
    },
  },
  {
    name: 'camera-errors',
    hash: '#/cameras/-new',
    act: async (page) => {
      await page.getByRole('button', { name: 'Type the stream’s address' }).click();
      await page.getByLabel('Address', { exact: true }).fill('192.168.1.20');
      await page.getByRole('button', { name: 'Save camera' }).click();
    },
  },
  {
    name: 'camera-tested',
    hash: '#/cameras/garden',
    act: async (page) => {
      await page.getByText('Addresses of common cameras').click();
      await page.getByRole('button', { name: 'Test picture' }).click();
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'camera-refused',
    hash: '#/cameras/garden',
    prepare: (house) => {
      house.visionTrouble =
        'The camera refuses the user or the password. Check both, and that the user may see the video.';
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Test picture' }).click();
    },
  },
  { name: 'health', hash: '#/health' },
  {
    name: 'health-trouble',
    hash: '#/health',
    prepare: (house) => {
      const sinceMs = Date.now() - 12 * minuteMs;
      house.setCamera('front_door', {
        kind: 'lost',
        sinceMs,
        why: 'The camera does not answer.',
        advice: 'Check that it has power and is in the network.',
        retryAtMs: Date.now() + 100 * minuteMs,
      });
      const garden = house.health.cameras.find(({ id }) => id === 'garden')?.state;
      if (garden?.kind === 'live')
        house.setCamera('garden', {
          ...garden,
          stream: 'main',
          missing: {
            stream: 'sub',
            why: 'The camera has no such stream.',
            advice: 'Correct the address of its second stream.',
          },
        });
      house.setHealth({
        notices: [
          {
            id: 'mqtt',
            severity: 'error',
            what: 'The broker refuses the password.',
            advice: 'Correct it under Settings.',
            sinceMs,
          },
        ],
        broker: { kind: 'refused', sinceMs, why: 'The broker refuses the user or the password.' },
        processes: house.health.processes.map((process) =>
          process.name === 'vision'
            ? {
                ...process,
                restarts: 3,
                state: {
                  kind: 'restarting',
                  sinceMs,
                  attempt: 2,
                  why: 'It ended by itself with signal SIGKILL.',
                },
              }
            : process,
        ),
      });
    },
  },
  ...settingsViews,
  ...setupViews,
  {
    name: 'locked',
    hash: '',
    prepare: (house) => {
      house.passphrase = 'open sesame';
      house.setHealth({ key: { kind: 'locked' } });
    },
    act: async (page) => {
      await page.getByLabel('Passphrase', { exact: true }).fill('wrong');
      await page.getByRole('button', { name: 'Open' }).click();
    },
  },
  {
    name: 'names-long',
    hash: '',
    prepare: (house) => {
      house.nameEverything('Wolfeschlegelsteinhausen'.repeat(9).slice(0, 200));
    },
  },
];
