import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event } from '../../../../services/contract/event.ts';
import { CameraId, EventId, PersonId } from '../../../../services/contract/identifiers.ts';
import type { Intent, IntentName, Slots } from '../../../../services/contract/intent.ts';
import { Actions, type ActionParts } from '../../../../services/hub/intents/actions.ts';
import { VirtualHome } from '../../../../services/hub/devices/virtual-home.ts';

const NOW = Date.parse('2026-05-04T14:30:00');

function visit(cameraId: string, more: Partial<Event> = {}): Event {
  return {
    id: EventId.parse(`${cameraId}-1`),
    cameraId: CameraId.parse(cameraId),
    label: 'person',
    score: 0.9,
    box: { x: 0, y: 0, width: 1, height: 1 },
    beganAtMs: NOW - 60_000,
    endedAtMs: null,
    identity: { kind: 'unknown' },
    hasSnapshot: false,
    hasFace: false,
    ...more,
  };
}

const anna = { kind: 'known', personId: PersonId.parse('anna'), name: 'Anna', confidence: 0.9 } as const;
const cameras = [
  { id: 'front_door', name: 'Front Door' },
  { id: 'garden', name: 'Garden Camera' },
];

let home: VirtualHome;
let actions: Actions;
let armed: boolean;

function start(parts: Partial<ActionParts> = {}): void {
  home = new VirtualHome();
  armed = false;
  const arm = (wish: boolean) => {
    armed = wish;
  };
  actions = new Actions({
    devices: home,
    visits: () => [],
    cameras: () => cameras,
    isArmed: () => armed,
    arm,
    now: () => Date.now(),
    ...parts,
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  start();
});

afterEach(async () => {
  actions.stop();
  await home.stop();
  vi.useRealTimers();
});

function intent(name: IntentName, slots: Slots = {}): Intent {
  return { name, slots };
}

async function said(name: IntentName, slots: Slots = {}): Promise<string> {
  const { outcome, text } = await actions.act(intent(name, slots));
  return `${outcome}: ${text}`;
}

const stateOf = (id: string) => home.list().find(({ entityId }) => entityId === id);

describe('Turning things', () => {
  it('acts on one thing by its name', async () => {
    expect(await said('HassTurnOn', { name: 'kitchen light' })).toBe('done: Turned on the kitchen light.');
    expect(stateOf('light.kitchen')?.state).toBe('on');
    expect(await said('HassTurnOff', { name: 'Kitchen Light' })).toBe('done: Turned off the kitchen light.');
    expect(stateOf('light.kitchen')?.state).toBe('off');
  });

  it('acts on a room, and on the whole house', async () => {
    expect(await said('HassTurnOn', { area: 'Bedroom', domain: 'light' })).toBe(
      'done: Turned on the bedroom light.',
    );
    expect(await said('HassTurnOn', { domain: 'light' })).toBe('done: Turned on all 4 lights.');
    expect(home.list().filter(({ domain, state }) => domain === 'light' && state !== 'on')).toEqual([]);
  });

  it('sets brightness, color and temperature', async () => {
    expect(await said('HassLightSet', { name: 'Hall Light', brightness: 40, color: 'red' })).toBe(
      'done: Set the hall light to red and 40 percent.',
    );
    expect(stateOf('light.hall')).toMatchObject({
      state: 'on',
      attributes: { brightness: 40, color: 'red' },
    });
    expect(await said('HassClimateSetTemperature', { temperature: 21.5 })).toBe(
      'done: Set the temperature to 21.5 degrees.',
    );
    expect(await said('HassClimateSetTemperature', { temperature: 60 })).toBe(
      'failed: Thermostat takes 5 to 30 degrees.',
    );
    expect(stateOf('climate.thermostat')?.attributes.temperature).toBe(21.5);
  });

  it('says what it does not know', async () => {
    expect(await said('HassTurnOn', { name: 'Garden Light' })).toBe("failed: I don't know a garden light.");
    expect(await said('HassTurnOn', { area: 'Garage', domain: 'light' })).toBe(
      'failed: There is no light in the garage.',
    );
    expect(await said('HassTurnOn')).toBe('failed: Which device do you mean?');
    expect(await said('HassLightSet', { name: 'Hall Light' })).toBe('failed: How bright, or in which color?');
    expect(home.list().filter(({ domain, state }) => domain === 'light' && state === 'on')).toEqual([]);
  });

  it('asks when a name means several things, and takes the room as an answer', async () => {
    const [light] = home.list();
    if (light === undefined) throw new Error('there are lights');
    const lamps = ['Attic', 'Study'].map((area) => ({ ...light, name: 'Lamp', area }));
    const called: unknown[] = [];
    const call = (...wish: unknown[]) => Promise.resolve(void called.push(wish));
    start({ devices: { list: () => lamps, call } });
    expect(await said('HassTurnOn', { name: 'Lamp' })).toBe(
      'failed: 2 devices are called lamp: in the attic and the study. Please say which one.',
    );
    expect(called).toEqual([]);
    expect(await said('HassTurnOn', { name: 'Lamp', area: 'study' })).toBe('done: Turned on the lamp.');
    expect(called).toEqual([[light.entityId, { service: 'turn_on' }]]);
    expect(await actions.act(intent('HassTurnOff', { name: 'Lamp' }))).toMatchObject({
      awaitsAnswerMs: 12_000,
    });
    expect(await said('LaresConfirm')).toBe('failed: I have not asked anything.');
    await said('HassTurnOff', { name: 'Lamp' });
    expect(await said('LaresChoose', { area: 'Attic' })).toBe('done: Turned off the lamp.');
    expect(called[1]).toEqual([light.entityId, { service: 'turn_off' }]);
  });

  it('does not call what can not be reached, and says so', async () => {
    const lights = home.list().slice(0, 2);
    const list = () => lights.map((light, at) => ({ ...light, state: at === 0 ? 'unavailable' : 'off' }));
    start({ devices: { list, call: () => Promise.resolve() } });
    expect(await said('HassTurnOn', { domain: 'light' })).toBe(
      'failed: Turned on the living room light. The kitchen light does not answer.',
    );
    expect(await said('HassTurnOn', { name: 'Kitchen Light' })).toBe(
      'failed: The kitchen light does not answer.',
    );
  });
});

describe('What lets somebody in', () => {
  it('is refused to a voice, and done on the screen', async () => {
    const unlock = intent('HassTurnOff', { name: 'Front Door' });
    const open = intent('HassTurnOn', { name: 'Garage Door' });
    armed = true;
    expect(await said('HassTurnOff', unlock.slots)).toBe(
      'refused: Unlocking by voice is off. Unlock it on the screen.',
    );
    expect(await said('HassTurnOff', { domain: 'lock' })).toMatch(/^refused: /);
    expect(await said('HassTurnOn', open.slots)).toBe(
      'refused: Opening the garage door by voice is off. Open it on the screen.',
    );
    expect(await said('LaresDisarm')).toBe(
      'refused: Disarming by voice is off. Disarm the house on the screen.',
    );
    expect([stateOf('lock.front_door')?.state, stateOf('cover.garage_door')?.state, armed]).toEqual([
      'locked',
      'closed',
      true,
    ]);

    expect(await actions.act(unlock, 'kiosk')).toEqual({ outcome: 'done', text: 'Unlocked the front door.' });
    expect(await actions.act(open, 'kiosk')).toEqual({ outcome: 'done', text: 'Opening the garage door.' });
    expect(await actions.act(intent('LaresDisarm'), 'kiosk')).toEqual({
      outcome: 'done',
      text: 'The house is disarmed.',
    });
    expect([stateOf('lock.front_door')?.state, stateOf('cover.garage_door')?.state, armed]).toEqual([
      'unlocked',
      'opening',
      false,
    ]);
  });

  it('may be closed by any voice, and opened where the owner says so', async () => {
    expect(await said('HassTurnOn', { name: 'Front Door' })).toBe('done: Locked the front door.');
    expect(await said('HassTurnOff', { name: 'Garage Door' })).toBe('done: Closing the garage door.');
    expect(await said('LaresArm')).toBe('done: The house is armed.');
    expect(await said('LaresArm')).toBe('done: The house is armed already.');
    start({ rules: () => ({ mayVoiceOpen: true }) });
    expect(await actions.act(intent('HassTurnOff', { name: 'Front Door' }))).toEqual({
      outcome: 'answered',
      text: 'Unlock the front door? Say yes or no.',
      awaitsAnswerMs: 12_000,
    });
    expect(stateOf('lock.front_door')?.state).toBe('locked');
    expect(await said('LaresConfirm')).toBe('done: Unlocked the front door.');
    expect(stateOf('lock.front_door')?.state).toBe('unlocked');
  });

  it('is done only to a yes that comes in time, and to no second one', async () => {
    start({ rules: () => ({ mayVoiceOpen: true }) });
    armed = true;
    expect(await said('LaresConfirm')).toBe('failed: I have not asked anything.');
    expect(await said('LaresDisarm')).toBe('answered: Disarm the house? Say yes or no.');
    vi.advanceTimersByTime(12_001);
    expect(await said('LaresConfirm')).toBe('failed: I have not asked anything.');
    expect(await said('HassTurnOn', { name: 'Garage Door' })).toBe(
      'answered: Open the garage door? Say yes or no.',
    );
    expect(await said('LaresDecline')).toBe('done: All right, I leave it.');
    expect(await said('LaresConfirm')).toBe('failed: I have not asked anything.');
    await said('HassTurnOff', { domain: 'lock' });
    expect(await said('HassGetCurrentTime')).toBe('answered: It is 2:30 PM.');
    expect(await said('LaresConfirm')).toBe('failed: I have not asked anything.');
    expect([stateOf('lock.front_door')?.state, stateOf('cover.garage_door')?.state, armed]).toEqual([
      'locked',
      'closed',
      true,
    ]);
  });

  it('is not hidden behind a harmless command', async () => {
    start({ rules: () => ({ mayVoiceOpen: true }) });
    const also = [{ name: 'HassTurnOff', slots: { name: 'Front Door' } } as const];
    expect(await actions.act({ name: 'HassTurnOn', slots: { name: 'Hall Light' }, also })).toEqual({
      outcome: 'answered',
      text: 'Turned on the hall light. Unlock the front door? Say yes or no.',
      awaitsAnswerMs: 12_000,
    });
    expect(stateOf('lock.front_door')?.state).toBe('locked');
  });
});

describe('Two commands', () => {
  it('are both done and both answered; trouble with one counts', async () => {
    const also = [{ name: 'HassTurnOff', slots: { name: 'Garage Door' } } as const];
    expect(await actions.act({ name: 'HassTurnOn', slots: { name: 'Hall Light' }, also })).toEqual({
      outcome: 'done',
      text: 'Turned on the hall light. Closing the garage door.',
    });
    const unknown = [{ name: 'HassTurnOn', slots: { name: 'Unicorn' } } as const];
    expect(
      await actions.act({ name: 'HassTurnOn', slots: { name: 'Bedroom Light' }, also: unknown }),
    ).toEqual({
      outcome: 'failed',
      text: "Turned on the bedroom light. I don't know an unicorn.",
    });
  });
});

describe('Answers', () => {
  it('tell the state of things', async () => {
    expect(await said('HassGetState', { name: 'Garage Door', state: 'open' })).toBe(
      'answered: No, the garage door is closed.',
    );
    expect(await said('HassGetState', { name: 'Front Door', state: 'locked' })).toBe(
      'answered: Yes, the front door is locked.',
    );
    expect(await said('HassGetState', { domain: 'light', state: 'on' })).toBe('answered: No light is on.');
    await actions.act(intent('HassTurnOn', { name: 'Hall Light' }));
    expect(await said('HassGetState', { domain: 'light', state: 'on' })).toBe(
      'answered: The hall light is on, the others are not.',
    );
    await actions.act(intent('HassTurnOn', { domain: 'light' }));
    expect(await said('HassGetState', { domain: 'light', state: 'on' })).toBe(
      'answered: Yes, all 4 lights are on.',
    );
    expect(await said('HassGetState', { name: 'Hall Light' })).toBe(
      'answered: The hall light is on at 100 percent.',
    );
    expect(await said('HassGetState', { domain: 'climate' })).toBe(
      'answered: It is 20.5 degrees. The heating is set to 20 degrees.',
    );
    expect(await said('HassGetState', { domain: 'climate', area: 'Kitchen' })).toBe(
      'failed: There is no thermostat in the kitchen.',
    );
  });

  it('tell the time', async () => {
    expect(await said('HassGetCurrentTime')).toBe('answered: It is 2:30 PM.');
    expect(await said('HassNevermind')).toBe('done: All right.');
  });

  it('tell who is there', async () => {
    expect(await said('LaresWhoIsThere')).toBe('answered: Nobody is there.');
    const stranger = visit('garden', { id: EventId.parse('garden-2'), endedAtMs: NOW - 5 * 60_000 });
    start({ visits: () => [visit('front_door', { identity: anna }), visit('front_door'), stranger] });
    expect(await actions.act(intent('LaresWhoIsThere'))).toEqual({
      outcome: 'answered',
      text: "Anna and somebody I don't know are at the front door.",
      showCamera: 'front_door',
    });
    expect(await said('LaresWhoIsThere', { camera: 'garden camera' })).toBe(
      "answered: Nobody is on the garden camera. Somebody I don't know was on the garden camera 5 minutes ago.",
    );
    expect(await said('LaresWhoIsThere', { person: 'anna' })).toBe(
      'answered: Anna is at the front door now.',
    );
    expect(await said('LaresWhoIsThere', { person: 'Bob' })).toBe('answered: I have not seen Bob lately.');
    expect(await said('LaresWhoIsThere', { camera: 'Roof' })).toBe(
      "failed: I don't know a camera called roof.",
    );
  });

  it('bring up a camera', async () => {
    expect(await actions.act(intent('LaresShowCamera', { camera: 'front door' }))).toEqual({
      outcome: 'done',
      text: 'Here is the front door.',
      showCamera: 'front_door',
    });
    expect(await said('LaresShowCamera', { camera: 'Roof' })).toBe(
      "failed: I don't know a camera called roof.",
    );
  });
});

describe('Timers', () => {
  it('run side by side, and ring', async () => {
    const rung: string[] = [];
    actions.spoken.listen((text) => rung.push(text));
    expect(await said('HassTimerStatus')).toBe('answered: There is no timer.');
    expect(await said('HassStartTimer')).toMatch(/^failed: For how long\?/);
    expect(await said('HassStartTimer', { minutes: 5 })).toBe('done: The timer is set for 5 minutes.');
    expect(await said('HassStartTimer', { hours: 1, minutes: 30 })).toBe(
      'done: The timer is set for 1 hour and 30 minutes.',
    );
    vi.advanceTimersByTime(100_000);
    expect(await said('HassTimerStatus', { minutes: 5 })).toBe(
      'answered: There are 3 minutes and 20 seconds left.',
    );
    expect(await said('HassCancelTimer')).toBe(
      'failed: There are timers for 5 minutes and 1 hour and 30 minutes. Say which one.',
    );
    vi.advanceTimersByTime(200_000);
    expect(rung).toEqual(['The timer for 5 minutes is over.']);
    expect(await said('HassCancelTimer')).toBe('done: Cancelled the timer for 1 hour and 30 minutes.');
    vi.advanceTimersByTime(24 * 60 * 60_000);
    expect(rung).toHaveLength(1);
  });

  it('are cancelled by length, or all', async () => {
    for (const minutes of [1, 2, 3]) await said('HassStartTimer', { minutes });
    expect(await said('HassCancelTimer', { minutes: 9 })).toBe(
      'failed: There is no timer for 9 minutes, only for 1 minute, 2 minutes and 3 minutes.',
    );
    expect(await said('HassCancelTimer', { minutes: 2 })).toBe('done: Cancelled the timer for 2 minutes.');
    expect(await said('HassCancelTimer', { state: 'all' })).toBe('done: Cancelled 2 timers.');
    expect(await said('HassCancelTimer')).toBe('failed: There is no timer.');
    expect(await said('HassStartTimer', { hours: 25 })).toBe('failed: A timer can run for a day at most.');
  });

  it('have names, are paused, and get more or less time', async () => {
    expect(await said('HassStartTimer', { minutes: 10, name: 'pizza' })).toBe(
      'done: The pizza timer is set for 10 minutes.',
    );
    await said('HassStartTimer', { minutes: 3 });
    vi.advanceTimersByTime(60_000);
    expect(await said('HassPauseTimer', { name: 'Pizza' })).toBe(
      'done: Paused the timer for pizza, with 9 minutes left.',
    );
    vi.advanceTimersByTime(60 * 60_000);
    expect(await said('HassTimerStatus')).toBe('answered: There are 9 minutes left, and it is paused.');
    expect(await said('HassPauseTimer', {})).toBe('done: The timer for pizza is paused already.');
    expect(await said('HassUnpauseTimer', { name: 'pizza' })).toBe(
      'done: The timer for pizza goes on, with 9 minutes left.',
    );
    expect(await said('HassIncreaseTimer', { minutes: 2, start_minutes: 10 })).toBe(
      'done: The timer for pizza has 11 minutes left now.',
    );
    expect(await said('HassDecreaseTimer', { minutes: 5 })).toBe(
      'done: The timer for pizza has 6 minutes left now.',
    );
    expect(await said('HassDecreaseTimer', { minutes: 6 })).toBe(
      'failed: That would end it. Say cancel the timer.',
    );
    const rung: string[] = [];
    actions.spoken.listen((text) => rung.push(text));
    vi.advanceTimersByTime(6 * 60_000 - 1);
    expect(rung).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(rung).toEqual(['The timer for pizza is over.']);
    expect(await said('HassCancelAllTimers')).toBe('failed: There is no timer.');
  });
});
