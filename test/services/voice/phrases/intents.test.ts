import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { IntentName, Slots } from '../../../../services/contract/intent.ts';
import { buildGrammar, loadGrammar, loadPhrases } from '../../../../services/voice/phrases/intents.ts';
import { HOME } from './home.ts';

const grammar = buildGrammar(loadPhrases('en', '/nowhere'), HOME);

const sentences: readonly (readonly [string, IntentName, Slots])[] = [
  ['turn on the kitchen light', 'HassTurnOn', { name: 'Kitchen Light' }],
  ['Could you please switch the kitchen light on?', 'HassTurnOn', { name: 'Kitchen Light' }],
  ["turn on mum's light", 'HassTurnOn', { name: 'Reading Lamp' }],
  ['turn off buro two', 'HassTurnOff', { name: 'Büro 2' }],
  ['Turn off Büro 2!', 'HassTurnOff', { name: 'Büro 2' }],
  ['start the coffee machine', 'HassTurnOn', { name: 'Coffee Machine' }],
  ['turn on the kitchen lights', 'HassTurnOn', { area: 'Kitchen', domain: 'light' }],
  ['turn all the lights in the living room off', 'HassTurnOff', { area: 'Living Room', domain: 'light' }],
  ['lights out', 'HassTurnOff', { domain: 'light' }],
  ['turn off all the lights everywhere', 'HassTurnOff', { domain: 'light' }],
  ['lock the front door', 'HassTurnOn', { name: 'Front Door', domain: 'lock' }],
  ['unlock the front door', 'HassTurnOff', { name: 'Front Door', domain: 'lock' }],
  ['lock all the doors', 'HassTurnOn', { domain: 'lock' }],
  ['open the garage door', 'HassTurnOn', { name: 'Garage Door', domain: 'cover' }],
  ['close the garage', 'HassTurnOff', { domain: 'cover', device_class: 'garage' }],
  [
    'raise the blinds in the bedroom',
    'HassTurnOn',
    { area: 'Bedroom', domain: 'cover', device_class: 'blind' },
  ],
  ['set the kitchen light to 50%', 'HassLightSet', { name: 'Kitchen Light', brightness: 50 }],
  [
    'set kitchen light brightness to fifty percent',
    'HassLightSet',
    { name: 'Kitchen Light', brightness: 50 },
  ],
  ['set the kitchen light to half', 'HassLightSet', { name: 'Kitchen Light', brightness: 50 }],
  ['set the kitchen light to a hundred percent', 'HassLightSet', { name: 'Kitchen Light', brightness: 100 }],
  ['dim the kitchen lights to 20', 'HassLightSet', { area: 'Kitchen', domain: 'light', brightness: 20 }],
  ['dim the reading lamp', 'HassLightSet', { name: 'Reading Lamp', brightness: 30 }],
  ['make the kitchen light warm white', 'HassLightSet', { name: 'Kitchen Light', color: 'warm white' }],
  [
    'turn the living room lights blue',
    'HassLightSet',
    { area: 'Living Room', domain: 'light', color: 'blue' },
  ],
  ['set the temperature to 21.5 degrees', 'HassClimateSetTemperature', { temperature: 21.5 }],
  [
    'set the thermostat to twenty one and a half',
    'HassClimateSetTemperature',
    { name: 'Thermostat', temperature: 21.5 },
  ],
  ['turn the heating down to eighteen degrees', 'HassClimateSetTemperature', { temperature: 18 }],
  ['set the living room to 20', 'HassClimateSetTemperature', { area: 'Living Room', temperature: 20 }],
  ['is the garage door open', 'HassGetState', { name: 'Garage Door', domain: 'cover', state: 'open' }],
  ['Is the front door locked?', 'HassGetState', { name: 'Front Door', domain: 'lock', state: 'locked' }],
  ['is the kitchen light on', 'HassGetState', { name: 'Kitchen Light', state: 'on' }],
  ['are any lights on', 'HassGetState', { domain: 'light', state: 'on' }],
  ['what is the temperature', 'HassClimateGetTemperature', {}],
  ["what's the temperature in the living room", 'HassClimateGetTemperature', { area: 'Living Room' }],
  ['set a timer for five minutes', 'HassStartTimer', { minutes: 5 }],
  ['set a timer for 1 hour and 20 minutes', 'HassStartTimer', { hours: 1, minutes: 20 }],
  ['set a ten minute timer', 'HassStartTimer', { minutes: 10 }],
  ['set a timer for half an hour', 'HassStartTimer', { minutes: 30 }],
  ['timer for 90 seconds', 'HassStartTimer', { seconds: 90 }],
  ['set a timer for 2 minutes 30 seconds', 'HassStartTimer', { minutes: 2, seconds: 30 }],
  ['how much time is left', 'HassTimerStatus', {}],
  ['how long is left on the five minute timer', 'HassTimerStatus', { minutes: 5 }],
  ['cancel the timer', 'HassCancelTimer', {}],
  ['cancel the five minute timer', 'HassCancelTimer', { minutes: 5 }],
  ['cancel all timers', 'HassCancelAllTimers', {}],
  ['what time is it', 'HassGetCurrentTime', {}],
  ['never mind', 'HassNevermind', {}],
  ['who is there', 'LaresWhoIsThere', {}],
  ["who's at the door", 'LaresWhoIsThere', {}],
  ['who is in front of the garden', 'LaresWhoIsThere', { camera: 'Garden' }],
  ['who is at the front door', 'LaresWhoIsThere', { camera: 'Front Door' }],
  ['is anna home', 'LaresWhoIsThere', { person: 'Anna' }],
  ['show me the garden', 'LaresShowCamera', { camera: 'Garden' }],
  ['show the front door camera please', 'LaresShowCamera', { camera: 'Front Door' }],
  ['arm the house', 'LaresArm', {}],
  ['turn on the movie night scene', 'HassTurnOn', { name: 'Movie Night', domain: 'scene' }],
  ['turn on the ceiling fan', 'HassTurnOn', { name: 'Ceiling Fan' }],
  ['set the ceiling fan to 60 percent', 'HassFanSetSpeed', { name: 'Ceiling Fan', percentage: 60 }],
  ['turn the ceiling fan to high', 'HassFanSetSpeed', { name: 'Ceiling Fan', percentage: 100 }],
  ['open the bedroom blind to thirty percent', 'HassSetPosition', { name: 'Bedroom Blind', position: 30 }],
  ['open the bedroom blind halfway', 'HassSetPosition', { name: 'Bedroom Blind', position: 50 }],
  ['pause the music', 'HassMediaPause', {}],
  ['resume the living room speaker', 'HassMediaUnpause', { name: 'Living Room Speaker' }],
  ['next song', 'HassMediaNext', {}],
  ['play the previous track', 'HassMediaPrevious', {}],
  ['mute the living room speaker', 'HassMediaPlayerMute', { name: 'Living Room Speaker' }],
  ['unmute', 'HassMediaPlayerUnmute', {}],
  ['set the volume to 30%', 'HassSetVolume', { volume_level: 30 }],
  ['turn the volume down', 'HassSetVolumeRelative', { volume_step: 'down' }],
  ['lower the volume by ten percent', 'HassSetVolumeRelative', { volume_step: -10 }],
  ['set a ten minute timer for the pizza', 'HassStartTimer', { minutes: 10, name: 'pizza' }],
  ['set a timer called Grandma for an hour', 'HassStartTimer', { hours: 1, name: 'Grandma' }],
  ['pause the pizza timer', 'HassPauseTimer', { name: 'pizza' }],
  ['resume the ten minute timer', 'HassUnpauseTimer', { minutes: 10 }],
  ['add five minutes to the pizza timer', 'HassIncreaseTimer', { minutes: 5, name: 'pizza' }],
  ['take 1 minute off the ten minute timer', 'HassDecreaseTimer', { minutes: 1, start_minutes: 10 }],
  ['how much time is left on the pizza timer', 'HassTimerStatus', { name: 'pizza' }],
  ["what's the date", 'HassGetCurrentDate', {}],
  ['what day is it', 'HassGetCurrentDate', {}],
  ['add milk to the shopping list', 'HassShoppingListAddItem', { item: 'milk' }],
  ['put 2 Müsli bars on my shopping list', 'HassShoppingListAddItem', { item: '2 Müsli bars' }],
  ['cross off the milk', 'HassShoppingListCompleteItem', { item: 'milk' }],
  ["what's on the shopping list", 'LaresShoppingList', {}],
  ['when did anna come home', 'LaresWhoIsThere', { person: 'Anna', state: 'home' }],
  ['what happened today', 'LaresWhatHappened', {}],
  ['good night', 'LaresGoodNight', {}],
  ['what can I say', 'LaresHelp', {}],
  ['that was wrong', 'LaresThatWasWrong', {}],
  ["No, that's not what I meant.", 'LaresThatWasWrong', {}],
  ['wrong', 'LaresThatWasWrong', {}],
  ['yes please', 'LaresConfirm', {}],
  ['the one in the kitchen', 'LaresChoose', { area: 'Kitchen' }],
  [
    'turn on the reading lamp in the living room',
    'HassTurnOn',
    { name: 'Reading Lamp', area: 'Living Room' },
  ],
  ['no', 'LaresDecline', {}],
  ['disarm the alarm', 'LaresDisarm', {}],
];

describe('The English phrases', () => {
  it('hold', () => {
    expect(grammar.troubles).toEqual([]);
  });

  it.each(sentences)('understand "%s"', (text, name, slots) => {
    expect(grammar.interpret(text)).toEqual({ name, slots });
  });

  it.each([
    '',
    'foo bar',
    'turn on',
    'turn on the garden light',
    'turn on moms light',
    'lock the kitchen light',
    'set the front door to red',
    'set the temperature to ninety degrees',
    'turn on the kitchen light and off',
    'the weather is nice today',
    'please',
  ])('do not understand "%s"', (text) => {
    expect(grammar.interpret(text)).toBeNull();
  });
});

describe('Joined commands', () => {
  const lamp = { name: 'HassTurnOn', slots: { name: 'Kitchen Light' } };
  const machine = { name: 'HassTurnOn', slots: { name: 'Coffee Machine' } };

  it.each([
    ['turn on the kitchen light and start the coffee machine', lamp, machine],
    ['turn on the kitchen light and the coffee machine', lamp, machine],
    ['turn the kitchen light and the coffee machine on, please', lamp, machine],
    [
      'lock the front door and then close the garage',
      { name: 'HassTurnOn', slots: { name: 'Front Door', domain: 'lock' } },
      { name: 'HassTurnOff', slots: { domain: 'cover', device_class: 'garage' } },
    ],
    [
      'turn off the lights in the kitchen and the living room',
      { name: 'HassTurnOff', slots: { domain: 'light', area: 'Kitchen' } },
      { name: 'HassTurnOff', slots: { domain: 'light', area: 'Living Room' } },
    ],
  ])('%s', (text, first, second) => {
    expect(grammar.interpret(text)).toEqual({ ...first, also: [second] });
  });

  it('may be more than two, and are none when one is none', () => {
    expect(
      grammar.interpret('turn on the kitchen light and start the coffee machine and pause the music'),
    ).toEqual({ ...lamp, also: [machine, { name: 'HassMediaPause', slots: {} }] });
    expect(grammar.interpret('unlock the front door and yes')).toBeNull();
    expect(grammar.interpret('turn on the kitchen light and the unicorn')).toBeNull();
    expect(grammar.interpret('and')).toBeNull();
  });

  it('are one where a thing has "and" in its name, or is called like a word of the grammar', () => {
    const [light] = HOME.entities;
    if (light === undefined) throw new Error('there are things');
    const entities = ['Salt and Pepper', 'Off', 'All', 'And'].map((name) => ({ ...light, name }));
    const odd = buildGrammar(loadPhrases('en', '/nowhere'), { ...HOME, entities });
    const said = ['turn on salt and pepper', 'turn off off', 'turn on all', 'turn on and', 'off off'];
    expect(said.map((text) => odd.interpret(text))).toEqual([
      { name: 'HassTurnOn', slots: { name: 'Salt and Pepper' } },
      { name: 'HassTurnOff', slots: { name: 'Off' } },
      { name: 'HassTurnOn', slots: { name: 'All' } },
      { name: 'HassTurnOn', slots: { name: 'And' } },
      { name: 'HassTurnOff', slots: { name: 'Off' } },
    ]);
    expect(odd.interpret('turn on all the lights')).toEqual({
      name: 'HassTurnOn',
      slots: { domain: 'light' },
    });
  });
});

describe('buildGrammar', () => {
  it('tells of a name that can not be spoken, and does without it', () => {
    const { troubles, words } = buildGrammar(loadPhrases('en', '/nowhere'), {
      ...HOME,
      areas: ['厨房', 'Attic'],
    });
    expect(troubles.map(({ what }) => what)).toEqual(['The name "厨房" can not be spoken in English.']);
    expect(words).toContain('attic');
  });

  it('spells a name in Cyrillic or Greek letters by its sound', () => {
    const [light] = HOME.entities;
    if (light === undefined) throw new Error('there are things');
    const entities = [{ ...light, name: 'Лампа Бабушки' }];
    const { interpret, words, troubles } = buildGrammar(loadPhrases('en', '/nowhere'), { ...HOME, entities });
    expect(troubles).toEqual([]);
    expect(words).toEqual(expect.arrayContaining(['lampa', 'babushki']));
    const meant = { name: 'HassTurnOn', slots: { name: 'Лампа Бабушки' } };
    expect([interpret('turn on лампа бабушки'), interpret('turn on the lampa babushki')]).toEqual([
      meant,
      meant,
    ]);
  });

  it('lets the owner add phrases and lists, which win', () => {
    const directory = mkdtempSync(join(tmpdir(), 'lares-phrases-'));
    onTestFinished(() => {
      rmSync(directory, { recursive: true });
    });
    const own =
      'intents: {LaresArm: {data: [{sentences: ["good night", "never mind"]}]}, Fly: {data: [{sentences: [fly]}]}}';
    writeFileSync(join(directory, 'own.yaml'), own);
    writeFileSync(
      join(directory, 'german.yaml'),
      'language: de\nintents: {LaresArm: {data: [{sentences: [gute nacht]}]}}',
    );
    const { interpret, troubles } = buildGrammar(loadPhrases('en', directory), HOME);
    expect(
      ['good night', 'never mind', 'turn on the kitchen light', 'gute nacht'].map((text) => interpret(text)),
    ).toEqual([
      { name: 'LaresArm', slots: {} },
      { name: 'LaresArm', slots: {} },
      { name: 'HassTurnOn', slots: { name: 'Kitchen Light' } },
      null,
    ]);
    expect(troubles.map(({ what }) => what)).toEqual([
      'own.yaml line 1 (Fly): there is no intent called "Fly".',
    ]);
  });
});

describe('loadGrammar', () => {
  it('takes intents and slots as the file names them', () => {
    const coffee = loadGrammar(join(import.meta.dirname, '../../../fixtures/coffee.yaml'));
    expect(coffee.troubles).toEqual([]);
    expect(
      coffee.interpret(
        "I'd like a double shot large dark roast iced mocha with a bit of brown sugar and cream",
      ),
    ).toEqual({
      name: 'orderDrink',
      slots: {
        size: 'large',
        roast: 'dark roast',
        numberOfShots: 'double shot',
        coffeeDrink: 'iced mocha',
        sugarAmount: 'a bit of brown sugar',
        milkAmount: 'cream',
      },
    });
    expect(coffee.interpret('make me a large large latte')).toBeNull();
  });

  it('tells of a file that is not there', () => {
    expect(loadGrammar('/nowhere/coffee.yaml')).toMatchObject({
      words: [],
      troubles: [{ what: 'The phrase file coffee.yaml can not be read.' }],
    });
  });
});
