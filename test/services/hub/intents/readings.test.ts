import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../services/contract/entity.ts';
import { EntityId } from '../../../../services/contract/identifiers.ts';
import type { Intent, IntentName, Slots } from '../../../../services/contract/intent.ts';
import { likeliestReading, type HomeNow } from '../../../../services/hub/intents/readings.ts';

function entity(id: string, state: string, more: Partial<Entity> = {}): Entity {
  const [domain] = id.split('.');
  const known = (['light', 'switch', 'lock', 'cover', 'fan', 'media_player'] as const).find(
    (each) => each === domain,
  );
  return {
    entityId: EntityId.parse(id),
    domain: known ?? 'light',
    deviceClass: '',
    name: id.slice(id.indexOf('.') + 1).replaceAll('_', ' '),
    aliases: [],
    area: '',
    state,
    attributes: {},
    via: 'mqtt',
    ...more,
  };
}

const home: HomeNow = {
  entities: [
    entity('light.kitchen_light', 'on'),
    entity('light.hall_light', 'off'),
    entity('light.hallway_light', 'unavailable'),
    entity('lock.front_door', 'locked'),
    entity('cover.garage', 'closed', { deviceClass: 'garage' }),
    entity('media_player.radio', 'playing'),
  ],
  timers: [{ id: 1, name: 'pasta', lengthMs: 300_000, state: { kind: 'paused', leftMs: 1000 } }],
  shopping: ['Milk'],
  isArmed: true,
  isAsked: false,
};

/** The name of the chosen intent and of what it is about. */
function chosen(readings: readonly (readonly [IntentName, Slots])[], now: Partial<HomeNow> = {}): string {
  const [first, ...alternatives] = readings.map(([name, slots]) => ({
    intent: { name, slots } satisfies Intent,
    heard: `${name} ${slots.name ?? slots.item ?? ''}`.trim(),
  }));
  if (first === undefined) throw new Error('There is nothing to choose from.');
  const { heard } = likeliestReading({ ...first, alternatives }, { ...home, ...now });
  return heard;
}

const on = (name: string) => ['HassTurnOn', { name }] as const;
const off = (name: string) => ['HassTurnOff', { name }] as const;

describe('among readings that are nearly as likely', () => {
  it('the first is taken where the home does not tell', () => {
    expect(chosen([off('kitchen light'), on('hall light')])).toBe('HassTurnOff kitchen light');
    expect(chosen([['HassGetCurrentTime', {}], on('hall light')])).toBe('HassGetCurrentTime');
    expect(chosen([on('kitchen light'), on('kitchen light')])).toBe('HassTurnOn kitchen light');
    expect(chosen([on('unicorn')])).toBe('HassTurnOn unicorn');
  });

  it('what would change something goes before what is so already', () => {
    expect(chosen([on('kitchen light'), off('kitchen light')])).toBe('HassTurnOff kitchen light');
    expect(chosen([off('hall light'), on('hall light')])).toBe('HassTurnOn hall light');
    expect(
      chosen([
        ['HassMediaUnpause', {}],
        ['HassMediaPause', {}],
      ]),
    ).toBe('HassMediaPause');
    expect(
      chosen([
        ['LaresArm', {}],
        ['LaresWhatHappened', {}],
      ]),
    ).toBe('LaresWhatHappened');
  });

  it('what is out of reach or unknown is less likely', () => {
    expect(chosen([on('hallway light'), on('hall light')])).toBe('HassTurnOn hall light');
    expect(chosen([on('hallway light'), on('kitchen light')])).toBe('HassTurnOn kitchen light');
    expect(chosen([on('unicorn'), on('hall light')])).toBe('HassTurnOn hall light');
    expect(chosen([['LaresConfirm', {}], on('hall light')])).toBe('HassTurnOn hall light');
    expect(chosen([['LaresConfirm', {}], on('hall light')], { isAsked: true })).toBe('LaresConfirm');
  });

  it('a timer that exists is more likely than one that does not, and so is what is on the list', () => {
    const pasta = ['HassUnpauseTimer', { name: 'pasta' }] as const;
    expect(chosen([['HassUnpauseTimer', { name: 'pizza' }], pasta])).toBe('HassUnpauseTimer pasta');
    expect(chosen([['HassUnpauseTimer', { name: 'pizza' }], pasta], { timers: [] })).toBe(
      'HassUnpauseTimer pizza',
    );
    const long = ['HassCancelTimer', { minutes: 15 }] as const;
    expect(chosen([long, ['HassCancelTimer', { minutes: 5 }]])).toBe('HassCancelTimer');
    const bought = ['HassShoppingListCompleteItem', { item: 'milk' }] as const;
    expect(chosen([['HassShoppingListCompleteItem', { item: 'silk' }], bought])).toBe(
      'HassShoppingListCompleteItem milk',
    );
  });

  it('nothing harmless becomes what lets somebody in; the other way it may', () => {
    expect(chosen([on('front door'), off('front door')])).toBe('HassTurnOn front door');
    expect(chosen([off('garage'), on('garage')])).toBe('HassTurnOff garage');
    expect(
      chosen([
        ['LaresArm', {}],
        ['LaresDisarm', {}],
      ]),
    ).toBe('LaresArm');
    const unlocked = [entity('lock.front_door', 'unlocked')];
    expect(chosen([off('front door'), on('front door')], { entities: unlocked })).toBe(
      'HassTurnOn front door',
    );
  });

  it('of joined commands the least sensible counts', () => {
    const also = [{ name: 'HassTurnOn' as const, slots: { name: 'unicorn' } }];
    const joined = { name: 'HassTurnOff' as const, slots: { name: 'kitchen light' }, also };
    const plain = { name: 'HassTurnOff' as const, slots: { name: 'kitchen light' } };
    const order = { intent: joined, heard: 'joined', alternatives: [{ intent: plain, heard: 'plain' }] };
    expect(likeliestReading(order, home)).toEqual({ intent: plain, heard: 'plain' });
  });
});
