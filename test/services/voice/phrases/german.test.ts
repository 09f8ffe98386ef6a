import { describe, expect, it } from 'vitest';
import type { HomeNames } from '../../../../services/contract/entity.ts';
import { EntityId } from '../../../../services/contract/identifiers.ts';
import type { IntentName, Slots } from '../../../../services/contract/intent.ts';
import { buildGrammar, loadPhrases } from '../../../../services/voice/phrases/intents.ts';

type Thing = HomeNames['entities'][number];

const thing = (domain: Thing['domain'], [name, area, deviceClass = '']: readonly string[]): Thing => ({
  entityId: EntityId.parse(`${domain}.x`),
  domain,
  deviceClass,
  name: name ?? '',
  aliases: [],
  area: area ?? '',
});

const home: HomeNames = {
  entities: [
    thing('light', ['Stehlampe', 'Wohnzimmer']),
    thing('light', ['Deckenlicht', 'Küche']),
    thing('switch', ['Kaffeemaschine', 'Küche']),
    thing('lock', ['Haustür', 'Flur']),
    thing('climate', ['Thermostat', 'Wohnzimmer']),
    thing('cover', ['Garagentor', 'Garage', 'garage']),
    thing('cover', ['Rollladen links', 'Schlafzimmer', 'shutter']),
    thing('fan', ['Deckenventilator', 'Wohnzimmer']),
    thing('media_player', ['Radio', 'Küche']),
    thing('scene', ['Filmabend', '']),
  ],
  areas: ['Küche', 'Wohnzimmer', 'Flur', 'Garage', 'Schlafzimmer', 'Büro'],
  people: ['Anna', 'Jörg'],
  cameras: [{ id: 'haustuer', name: 'Haustür' }],
};

const grammar = buildGrammar(loadPhrases('de', '/nowhere'), home);

const sentences: readonly (readonly [string, IntentName, Slots])[] = [
  ['Mach die Stehlampe an', 'HassTurnOn', { name: 'Stehlampe' }],
  ['Stehlampe einschalten', 'HassTurnOn', { name: 'Stehlampe' }],
  ['Kannst du bitte die Kaffeemaschine einschalten?', 'HassTurnOn', { name: 'Kaffeemaschine' }],
  ['schalte die Kaffeemaschine aus', 'HassTurnOff', { name: 'Kaffeemaschine' }],
  ['Mach das Licht in der Küche an', 'HassTurnOn', { area: 'Küche', domain: 'light' }],
  ['Küchenlicht aus', 'HassTurnOff', { area: 'Küche', domain: 'light' }],
  ['kuchenlicht aus', 'HassTurnOff', { area: 'Küche', domain: 'light' }],
  ['Licht im Wohnzimmer ausschalten', 'HassTurnOff', { area: 'Wohnzimmer', domain: 'light' }],
  ['mach alle Lichter aus', 'HassTurnOff', { domain: 'light' }],
  ['Öffne das Garagentor', 'HassTurnOn', { name: 'Garagentor', domain: 'cover' }],
  ['mach die Garage zu', 'HassTurnOff', { device_class: 'garage', domain: 'cover' }],
  [
    'Fahr die Rollläden im Schlafzimmer runter',
    'HassTurnOff',
    { area: 'Schlafzimmer', device_class: 'shutter', domain: 'cover' },
  ],
  ['Rollladen links auf 30 % stellen', 'HassSetPosition', { name: 'Rollladen links', position: 30 }],
  ['Schließ die Haustür ab', 'HassTurnOn', { name: 'Haustür', domain: 'lock' }],
  ['Haustür abschließen', 'HassTurnOn', { name: 'Haustür', domain: 'lock' }],
  ['Schließ die Haustür auf', 'HassTurnOff', { name: 'Haustür', domain: 'lock' }],
  ['Haustür aufsperren', 'HassTurnOff', { name: 'Haustür', domain: 'lock' }],
  ['Starte Filmabend', 'HassTurnOn', { name: 'Filmabend', domain: 'scene' }],
  ['stell die Stehlampe auf fünfzig Prozent', 'HassLightSet', { name: 'Stehlampe', brightness: 50 }],
  ['dimm das Licht im Büro auf 20%', 'HassLightSet', { area: 'Büro', domain: 'light', brightness: 20 }],
  ['mach die Stehlampe grün', 'HassLightSet', { name: 'Stehlampe', color: 'green' }],
  ['Stell die Heizung auf 21,5 Grad', 'HassClimateSetTemperature', { temperature: 21.5 }],
  [
    'stell das Thermostat auf einundzwanzigeinhalb Grad',
    'HassClimateSetTemperature',
    { name: 'Thermostat', temperature: 21.5 },
  ],
  ['Wie warm ist es im Wohnzimmer?', 'HassClimateGetTemperature', { area: 'Wohnzimmer' }],
  [
    'stell den Deckenventilator auf 40 Prozent',
    'HassFanSetSpeed',
    { name: 'Deckenventilator', percentage: 40 },
  ],
  ['Ist die Haustür abgeschlossen?', 'HassGetState', { name: 'Haustür', domain: 'lock', state: 'locked' }],
  ['Ist das Garagentor zu?', 'HassGetState', { name: 'Garagentor', domain: 'cover', state: 'closed' }],
  ['Brennt noch irgendwo Licht?', 'HassGetState', { domain: 'light', state: 'on' }],
  ['mach die Musik leiser', 'HassSetVolumeRelative', { volume_step: 'down' }],
  ['spiel das nächste Lied', 'HassMediaNext', {}],
  ['Lautstärke auf 30 Prozent', 'HassSetVolume', { volume_level: 30 }],
  ['Stell einen Timer auf fünf Minuten', 'HassStartTimer', { minutes: 5 }],
  ['Timer auf eine Stunde und zwanzig Minuten', 'HassStartTimer', { hours: 1, minutes: 20 }],
  ['Timer für anderthalb Stunden', 'HassStartTimer', { minutes: 90 }],
  ['erinnere mich in einer Viertelstunde', 'HassStartTimer', { minutes: 15 }],
  ['Stell einen Timer auf 10 Minuten für die Pizza', 'HassStartTimer', { minutes: 10, name: 'Pizza' }],
  ['Pausiere den Pizza Timer', 'HassPauseTimer', { name: 'Pizza' }],
  ['verlängere den Timer um drei Minuten', 'HassIncreaseTimer', { minutes: 3 }],
  ['Brich alle Timer ab', 'HassCancelAllTimers', {}],
  ['Wie lange läuft der Timer noch?', 'HassTimerStatus', {}],
  ['Wie spät ist es?', 'HassGetCurrentTime', {}],
  ['Welcher Tag ist heute?', 'HassGetCurrentDate', {}],
  ['Setz Äpfel auf die Einkaufsliste', 'HassShoppingListAddItem', { item: 'Äpfel' }],
  ['Wir brauchen noch 3 Gläser Rotkohl', 'HassShoppingListAddItem', { item: '3 Gläser Rotkohl' }],
  ['streich die Milch von der Einkaufsliste', 'HassShoppingListCompleteItem', { item: 'Milch' }],
  ['Was steht auf der Einkaufsliste?', 'LaresShoppingList', {}],
  ['Wer ist an der Tür?', 'LaresWhoIsThere', {}],
  ['Ist Jörg zu Hause?', 'LaresWhoIsThere', { person: 'Jörg' }],
  ['Wann ist Anna nach Hause gekommen?', 'LaresWhoIsThere', { person: 'Anna', state: 'home' }],
  ['Zeig mir die Haustür', 'LaresShowCamera', { camera: 'Haustür' }],
  ['Was ist heute passiert?', 'LaresWhatHappened', {}],
  ['Schalte die Alarmanlage scharf', 'LaresArm', {}],
  ['Haus unscharf schalten', 'LaresDisarm', {}],
  ['Gute Nacht', 'LaresGoodNight', {}],
  ['vergiss es', 'HassNevermind', {}],
  ['Hilfe', 'LaresHelp', {}],
  ['Das war falsch.', 'LaresThatWasWrong', {}],
  ['Nein, das meinte ich nicht', 'LaresThatWasWrong', {}],
  ['ja bitte', 'LaresConfirm', {}],
  ['die in der Küche', 'LaresChoose', { area: 'Küche' }],
  ['nein', 'LaresDecline', {}],
];

describe('The German phrases', () => {
  it('hold', () => {
    expect(grammar.troubles).toEqual([]);
  });

  it.each(sentences)('understand "%s"', (text, name, slots) => {
    expect(grammar.interpret(text)).toEqual({ name, slots });
  });

  it('join two commands, or one over two things', () => {
    const lamp = { name: 'HassTurnOn', slots: { name: 'Stehlampe' } };
    const machine = { name: 'HassTurnOn', slots: { name: 'Kaffeemaschine' } };
    expect(grammar.interpret('Mach die Stehlampe und die Kaffeemaschine an')).toEqual({
      ...lamp,
      also: [machine],
    });
    expect(grammar.interpret('Mach die Stehlampe an und schließ die Haustür ab')).toEqual({
      ...lamp,
      also: [{ name: 'HassTurnOn', slots: { name: 'Haustür', domain: 'lock' } }],
    });
  });

  it.each([
    '',
    'schalte im ganzen Haus',
    'mach das Einhorn an',
    'das Wetter ist heute schön',
    'turn on the light',
  ])('do not understand "%s"', (text) => {
    expect(grammar.interpret(text)).toBeNull();
  });
});
