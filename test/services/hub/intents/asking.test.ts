import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Intent, IntentName, Slots, SpokenOrder } from '../../../../services/contract/intent.ts';
import { Actions, type ActionParts } from '../../../../services/hub/intents/actions.ts';
import type { KeptTimers, Timer } from '../../../../services/hub/intents/timers.ts';
import { VirtualHome } from '../../../../services/hub/devices/virtual-home.ts';

let home: VirtualHome;
let actions: Actions;
let marked: number;
let hasOrder: boolean;

function start(parts: Partial<ActionParts> = {}): void {
  home = new VirtualHome();
  [marked, hasOrder] = [0, true];
  actions = new Actions({
    devices: home,
    visits: () => [],
    cameras: () => [],
    isArmed: () => false,
    arm: () => undefined,
    now: () => Date.now(),
    wasWrong: () => {
      if (hasOrder) marked += 1;
      return hasOrder;
    },
    ...parts,
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-05-04T14:30:00') });
  start();
});

afterEach(async () => {
  actions.stop();
  await home.stop();
  vi.useRealTimers();
});

function order(intent: Intent, more: Partial<SpokenOrder> = {}): SpokenOrder {
  return { intent, heard: 'turn on the hall light', confidence: 0.5, sure: true, alternatives: [], ...more };
}

async function heard(name: IntentName, slots: Slots = {}, more: Partial<SpokenOrder> = {}): Promise<string> {
  const { outcome, text, awaitsAnswerMs } = await actions.hear(order({ name, slots }, more));
  return `${outcome}: ${text}${awaitsAnswerMs === undefined ? '' : ` (${awaitsAnswerMs} ms)`}`;
}

const unsure = { sure: false };
const hall = { name: 'Hall Light' };
const stateOf = (id: string) => home.list().find(({ entityId }) => entityId === id)?.state;

describe('An order that is only likely', () => {
  it('is asked first, and done to a yes', async () => {
    expect(await heard('HassTurnOn', hall, unsure)).toBe(
      'answered: Did you say: turn on the hall light? (12000 ms)',
    );
    expect(stateOf('light.hall')).toBe('off');
    expect(await heard('LaresConfirm')).toBe('done: Turned on the hall light.');
    expect(stateOf('light.hall')).toBe('on');
    expect(await heard('LaresConfirm')).toBe('failed: I have not asked anything.');
  });

  it('is asked for again after a no, and left alone after never mind', async () => {
    await heard('HassTurnOn', hall, unsure);
    expect(await heard('LaresDecline')).toBe('answered: Sorry, please say it again. (12000 ms)');
    expect(await heard('LaresConfirm')).toBe('failed: I have not asked anything.');
    await heard('HassTurnOn', hall, unsure);
    expect(await heard('HassNevermind')).toBe('done: All right, I leave it.');
    expect(await heard('HassNevermind', {}, unsure)).toBe('done: All right.');
    expect(stateOf('light.hall')).toBe('off');
  });

  it('is forgotten when the yes comes too late, or another order before it', async () => {
    await heard('HassTurnOn', hall, unsure);
    vi.advanceTimersByTime(12_001);
    expect(await heard('LaresConfirm')).toBe('failed: I have not asked anything.');
    await heard('HassTurnOn', hall, unsure);
    await heard('HassGetCurrentTime');
    expect(await heard('LaresConfirm')).toBe('failed: I have not asked anything.');
    expect(stateOf('light.hall')).toBe('off');
  });

  it('that is risky needs a yes to each question', async () => {
    start({ rules: () => ({ mayVoiceOpen: true }) });
    const heardAs = { ...unsure, heard: 'unlock the front door' };
    expect(await heard('HassTurnOff', { name: 'Front Door' }, heardAs)).toBe(
      'answered: Did you say: unlock the front door? (12000 ms)',
    );
    expect(await heard('LaresConfirm')).toBe('answered: Unlock the front door? Say yes or no. (12000 ms)');
    expect(stateOf('lock.front_door')).toBe('locked');
    // A yes that is only likely is none.
    expect(await heard('LaresConfirm', {}, unsure)).toBe('answered: Please say yes or no. (12000 ms)');
    expect(stateOf('lock.front_door')).toBe('locked');
    expect(await heard('LaresConfirm')).toBe('done: Unlocked the front door.');
  });

  it('is refused to a yes where no voice may', async () => {
    await heard('HassTurnOff', { name: 'Front Door' }, unsure);
    expect(await heard('LaresConfirm')).toBe('refused: Unlocking by voice is off. Unlock it on the screen.');
  });

  it('of two commands is asked and done as a whole', async () => {
    const also = [{ name: 'HassTurnOn' as const, slots: { name: 'Kitchen Light' } }];
    await actions.hear(order({ name: 'HassTurnOn', slots: hall, also }, unsure));
    expect(await heard('LaresConfirm')).toBe('done: Turned on the hall light. Turned on the kitchen light.');
  });

  it('without words is asked for again', async () => {
    expect(await heard('HassTurnOn', hall, { sure: false, heard: '' })).toBe(
      'answered: Sorry, please say it again. (12000 ms)',
    );
    expect(await heard('LaresConfirm', {}, unsure)).toBe('failed: I have not asked anything.');
  });
});

describe('An order with other readings', () => {
  it('is taken in the one that fits the home, and says so', async () => {
    await heard('HassTurnOn', hall);
    const off = { intent: { name: 'HassTurnOff', slots: hall }, heard: 'turn off the hall light' } as const;
    const reply = await actions.hear(order({ name: 'HassTurnOn', slots: hall }, { alternatives: [off] }));
    expect(reply).toEqual({ outcome: 'done', text: 'Turned off the hall light.', meant: off });
    expect(await actions.hear(order({ name: 'HassTurnOn', slots: hall }, { alternatives: [off] }))).toEqual({
      outcome: 'done',
      text: 'Turned on the hall light.',
    });
  });
});

describe('“That was wrong”', () => {
  it('offers to take back what was just turned, and does so only to a yes', async () => {
    await heard('HassTurnOn', hall);
    const question = 'answered: Sorry. Shall I turn off the hall light again? (12000 ms)';
    expect(await heard('LaresThatWasWrong')).toBe(question);
    expect(await heard('LaresDecline')).toBe('done: All right, I leave it.');
    expect([stateOf('light.hall'), marked]).toEqual(['on', 1]);
    await heard('HassTurnOff', hall);
    await heard('HassTurnOn', hall);
    expect(await heard('LaresThatWasWrong')).toBe(question);
    expect(await heard('LaresConfirm')).toBe('done: Turned off the hall light.');
    expect([stateOf('light.hall'), marked]).toEqual(['off', 2]);
  });

  it('after a while, after another deed or without one is only noted', async () => {
    await heard('HassTurnOn', hall);
    vi.advanceTimersByTime(30_001);
    expect(await heard('LaresThatWasWrong')).toBe('done: Sorry. I made a note of it.');
    await heard('HassTurnOff', hall);
    await heard('HassGetCurrentTime');
    expect(await heard('LaresThatWasWrong')).toBe('done: Sorry. I made a note of it.');
    hasOrder = false;
    expect(await heard('LaresThatWasWrong')).toBe('done: I have not done anything lately.');
  });

  it('offers nothing where some were on before, where nothing was done, or where a door would open', async () => {
    await heard('HassTurnOn', hall);
    await heard('HassTurnOn', { domain: 'light' });
    expect(await heard('LaresThatWasWrong')).toBe('done: Sorry. I made a note of it.');
    await heard('HassTurnOn', { name: 'Front Door' });
    expect(await heard('LaresThatWasWrong')).toBe('done: Sorry. I made a note of it.');
    await heard('HassTurnOn', { name: 'Unicorn' });
    expect(await heard('LaresThatWasWrong')).toBe('done: Sorry. I made a note of it.');
    await heard('HassTurnOff', { domain: 'light' });
    expect(await heard('LaresThatWasWrong')).toBe(
      'answered: Sorry. Shall I turn on all 4 lights again? (12000 ms)',
    );
  });

  it('offers nothing of what was done on the screen', async () => {
    await actions.act({ name: 'HassTurnOn', slots: hall }, 'kiosk');
    expect(await heard('LaresThatWasWrong')).toBe('done: Sorry. I made a note of it.');
  });
});

describe('Timers that are kept', () => {
  function kept(...timers: readonly Timer[]): KeptTimers & { readonly all: Map<number, Timer> } {
    const all = new Map(timers.map((timer) => [timer.id, timer]));
    return {
      all,
      list: () => [...all.values()],
      put: (timer) => all.set(timer.id, timer),
      remove: (id) => all.delete(id),
    };
  }

  it('go on after a restart, and what rang meanwhile is told once', async () => {
    const timers = kept();
    start({ timers });
    await heard('HassStartTimer', { minutes: 5, name: 'pasta' });
    await heard('HassStartTimer', { minutes: 1 });
    await heard('HassStartTimer', { minutes: 20 });
    await heard('HassPauseTimer', { minutes: 20 });
    vi.advanceTimersByTime(60_000);
    expect(timers.all.size).toBe(2);
    actions.stop();
    expect(timers.all.size).toBe(2);

    vi.advanceTimersByTime(7 * 60_000);
    start({ timers });
    expect(await heard('HassTimerStatus')).toBe('answered: There are 20 minutes left, and it is paused.');
    expect(actions.missed()).toEqual(['The timer for pasta ended 3 minutes ago.']);
    expect([actions.missed(), timers.all.size]).toEqual([[], 1]);
    expect(await heard('HassUnpauseTimer')).toBe(
      'done: The timer for 20 minutes goes on, with 20 minutes left.',
    );
    expect(await heard('HassStartTimer', { minutes: 2 })).toBe('done: The timer is set for 2 minutes.');
    expect([...timers.all.keys()]).toEqual([3, 4]);

    actions.stop();
    start({ timers });
    const rung: string[] = [];
    actions.spoken.listen((text) => rung.push(text));
    vi.advanceTimersByTime(20 * 60_000);
    expect(rung).toEqual(['The timer for 2 minutes is over.', 'The timer for 20 minutes is over.']);
    expect(timers.all.size).toBe(0);
  });

  it('are told later when nobody would have heard them, but not after a day', async () => {
    const timers = kept();
    let canSpeak = false;
    start({ timers, canSpeak: () => canSpeak });
    const rung: string[] = [];
    actions.spoken.listen((text) => rung.push(text));
    await heard('HassStartTimer', { minutes: 5 });
    vi.advanceTimersByTime(6 * 60_000);
    expect([rung, timers.all.size]).toEqual([[], 1]);
    expect(actions.missed()).toEqual(['The timer for 5 minutes ended 1 minute ago.']);
    await heard('HassStartTimer', { minutes: 5 });
    vi.advanceTimersByTime(25 * 60 * 60_000);
    expect([actions.missed(), timers.all.size]).toEqual([[], 0]);
    canSpeak = true;
    await heard('HassStartTimer', { minutes: 5 });
    vi.advanceTimersByTime(5 * 60_000);
    expect(rung).toEqual(['The timer for 5 minutes is over.']);
  });

  it('are told in German too', () => {
    const state = { kind: 'running', endsAtMs: Date.now() - 3 * 60_000 } as const;
    start({ timers: kept({ id: 1, name: 'Pizza', lengthMs: 1, state }), language: () => 'de' });
    expect(actions.missed()).toEqual(['Der Timer für Pizza war vor 3 Minuten abgelaufen.']);
  });
});
