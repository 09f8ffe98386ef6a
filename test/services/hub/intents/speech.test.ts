import { describe, expect, it } from 'vitest';
import type { Event } from '../../../../services/contract/event.ts';
import { CameraId, EventId, PersonId } from '../../../../services/contract/identifiers.ts';
import type { Intent, IntentName, Slots } from '../../../../services/contract/intent.ts';
import { Actions } from '../../../../services/hub/intents/actions.ts';
import { VirtualHome } from '../../../../services/hub/devices/virtual-home.ts';
import { ReplyName, UnitName } from '../../../../services/hub/intents/reply-words.ts';
import { Speech } from '../../../../services/hub/intents/speech.ts';

const NOW = new Date(2026, 4, 4, 14, 30).getTime();
const english = Speech.in('en');
const german = Speech.in('de');

describe('Speech', () => {
  it('has the same blanks in each sentence of each language, or fewer', () => {
    const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    const strange = ReplyName.options.filter((name) => {
      const known = blanks(english.part(name));
      return blanks(german.part(name)).some((blank) => !known.includes(blank));
    });
    expect(strange).toEqual([]);
  });

  it('counts and tells time', () => {
    expect(UnitName.options.map((unit) => [english.count(1, unit), german.count(2.5, unit)])).toEqual([
      ['1 hour', '2,5 Stunden'],
      ['1 minute', '2,5 Minuten'],
      ['1 second', '2,5 Sekunden'],
      ['1 degree', '2,5 Grad'],
      ['1 percent', '2,5 Prozent'],
      ['1 timer', '2,5 Timer'],
    ]);
    expect([english.time(NOW), german.time(NOW), english.date(NOW), german.date(NOW)]).toEqual([
      '2:30 PM',
      '14:30',
      'Monday, May 4',
      'Montag, 4. Mai',
    ]);
    expect([0, 1000, 3_661_000, 90_000].map((ms) => german.duration(ms))).toEqual([
      '0 Sekunden',
      '1 Sekunde',
      '1 Stunde und 1 Minute',
      '1 Minute und 30 Sekunden',
    ]);
  });
});

const anna = { kind: 'known', personId: PersonId.parse('anna'), name: 'Anna', confidence: 0.9 } as const;

function event(id: string, more: Partial<Event>): Event {
  return {
    id: EventId.parse(id),
    cameraId: CameraId.parse('haustuer'),
    label: 'person',
    score: 0.9,
    box: { x: 0, y: 0, width: 1, height: 1 },
    beganAtMs: NOW - 3_600_000,
    endedAtMs: NOW - 3_500_000,
    identity: { kind: 'unknown' },
    hasSnapshot: false,
    hasFace: false,
    ...more,
  };
}

const day = [
  event('a-1', { identity: anna }),
  event('a-2', { beganAtMs: NOW - 7_200_000 }),
  event('a-3', { identity: anna, beganAtMs: NOW - 10_800_000 }),
  event('a-4', { label: 'vehicle' }),
  event('a-5', { label: 'camera_offline' }),
  event('a-6', { beganAtMs: NOW - 24 * 3_600_000 }),
];

/** What a house in this language answers, without waiting for anything. */
function house(language: 'en' | 'de', more: { readonly items?: string[] } = {}) {
  const { items } = more;
  const actions = new Actions({
    devices: new VirtualHome(),
    visits: () => day,
    cameras: () => [{ id: 'haustuer', name: 'Haustür' }],
    isArmed: () => false,
    arm: () => undefined,
    rules: () => ({ mayVoiceOpen: true }),
    language: () => language,
    now: () => NOW,
    ...(items === undefined
      ? {}
      : {
          shopping: {
            open: () => items,
            add: (item: string) => void items.push(item),
            complete: (item: string) => void items.splice(items.indexOf(item), 1),
          },
        }),
  });
  return async (name: IntentName, slots: Slots = {}) => {
    const intent: Intent = { name, slots };
    return (await actions.act(intent)).text;
  };
}

describe('A house that answers in German', () => {
  it('in whole sentences', async () => {
    const say = house('de');
    expect([
      await say('HassTurnOn', { name: 'Kitchen Light' }),
      await say('HassTurnOff', { domain: 'light' }),
      await say('HassTurnOn', { name: 'Einhorn' }),
      await say('HassTurnOn', { area: 'Garage', domain: 'light' }),
      await say('HassLightSet', { name: 'Hall Light', brightness: 40, color: 'green' }),
      await say('HassGetState', { domain: 'light', state: 'on' }),
      await say('HassGetState', { name: 'Front Door', state: 'locked' }),
      await say('HassClimateGetTemperature'),
      await say('HassTurnOff', { name: 'Front Door' }),
      await say('LaresDecline'),
      await say('LaresWhoIsThere', { person: 'Anna', state: 'home' }),
      await say('LaresWhatHappened'),
      await say('HassGetCurrentDate'),
      await say('LaresGoodNight'),
    ]).toEqual([
      'Kitchen Light eingeschaltet.',
      'Alle 4 Lichter ausgeschaltet.',
      'Ich kenne kein Gerät namens Einhorn.',
      'Es gibt kein Licht im Bereich Garage.',
      'Hall Light auf Grün und 40 Prozent gestellt.',
      'Hall Light ist an, sonst nichts.',
      'Ja, Front Door ist abgeschlossen.',
      'Es sind 20,5 Grad. Die Heizung ist auf 20 Grad gestellt.',
      'Front Door aufschließen? Sag ja oder nein.',
      'In Ordnung, ich lasse es.',
      'Anna ist um 13:30 Uhr gekommen, bei Haustür.',
      'Heute: Anna 2 Mal (zuletzt um 13:30 Uhr), ein unbekannter Besuch (zuletzt um 12:30 Uhr), ein Fahrzeug (zuletzt um 13:30 Uhr) und eine Kamera war einmal weg.',
      'Heute ist Montag, 4. Mai.',
      'Gute Nacht. Die Lichter sind aus. Die Türen sind abgeschlossen.',
    ]);
  });
});

describe('Fans, music, blinds and scenes', () => {
  it('do what they are told', async () => {
    const say = house('en');
    expect([
      await say('HassFanSetSpeed', { percentage: 70 }),
      await say('HassGetState', { name: 'Bedroom Fan' }),
      await say('HassTurnOff', { name: 'Bedroom Fan' }),
      await say('HassSetPosition', { name: 'Bedroom Blind', position: 30 }),
      await say('HassMediaUnpause'),
      await say('HassSetVolumeRelative', { volume_step: 'up' }),
      await say('HassSetVolumeRelative', { volume_step: -20 }),
      await say('HassMediaPlayerMute'),
      await say('HassMediaNext'),
      await say('HassMediaPause', { area: 'Living Room' }),
      await say('HassTurnOn', { name: 'Movie Night' }),
      await say('HassTurnOff', { name: 'Movie Night' }),
      await say('HassSetVolume'),
    ]).toEqual([
      'Set the bedroom fan to 70 percent.',
      'The bedroom fan is on at 70 percent.',
      'Turned off the bedroom fan.',
      'Set the bedroom blind to 30 percent.',
      'Playing on the living room speaker.',
      'Set the volume of the living room speaker to 50 percent.',
      'Set the volume of the living room speaker to 30 percent.',
      'Muted the living room speaker.',
      'Next one on the living room speaker.',
      'Paused the living room speaker.',
      'Started the movie night.',
      'Movie Night can not be turned off.',
      'How loud, in percent?',
    ]);
  });
});

describe('The shopping list', () => {
  it('is kept where it is given one, each thing once', async () => {
    const items: string[] = [];
    const say = house('en', { items });
    expect([
      await say('LaresShoppingList'),
      await say('HassShoppingListAddItem', { item: 'Milk' }),
      await say('HassShoppingListAddItem', { item: 'milk ' }),
      await say('HassShoppingListAddItem', { item: '2 pears' }),
      await say('LaresShoppingList'),
      await say('HassShoppingListCompleteItem', { item: 'milk' }),
      await say('HassShoppingListCompleteItem', { item: 'milk' }),
      await say('HassShoppingListAddItem'),
    ]).toEqual([
      'The shopping list is empty.',
      'Put Milk on the shopping list.',
      'Milk is on the shopping list already.',
      'Put 2 pears on the shopping list.',
      'On the shopping list: Milk and 2 pears.',
      'Crossed off Milk.',
      'Milk is not on the shopping list.',
      'What shall I put on the shopping list?',
    ]);
    expect(items).toEqual(['2 pears']);
  });

  it('is honestly not there without', async () => {
    expect(await house('en')('HassShoppingListAddItem', { item: 'milk' })).toBe(
      'I can not keep a shopping list yet.',
    );
  });
});

describe('What happened today', () => {
  it('is told by name, number and time', async () => {
    const say = house('en');
    expect(await say('LaresWhatHappened')).toBe(
      "Today: Anna came 2 times (last at 1:30 PM), a visit of somebody I don't know (last at 12:30 PM), a vehicle (last at 1:30 PM) and a camera was away once.",
    );
    expect(await say('LaresWhoIsThere', { person: 'anna', state: 'home' })).toBe(
      'Anna came at 1:30 PM, at the haustür.',
    );
  });
});
