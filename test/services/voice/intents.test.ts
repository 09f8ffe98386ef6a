import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { IntentName, Slots } from '../../../services/contract/intent.ts';
import { buildGrammar, loadGrammar, loadPhrases } from '../../../services/voice/intents.ts';
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
  ['what is the temperature', 'HassGetState', { domain: 'climate' }],
  ["what's the temperature in the living room", 'HassGetState', { domain: 'climate', area: 'Living Room' }],
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
  ['cancel all timers', 'HassCancelTimer', { state: 'all' }],
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

describe('buildGrammar', () => {
  it('tells of a name that can not be spoken, and does without it', () => {
    const { troubles, words } = buildGrammar(loadPhrases('en', '/nowhere'), {
      ...HOME,
      areas: ['厨房', 'Attic'],
    });
    expect(troubles.map(({ what }) => what)).toEqual(['The name "厨房" can not be spoken in English.']);
    expect(words).toContain('attic');
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
    const coffee = loadGrammar(join(import.meta.dirname, '../../fixtures/coffee.yaml'));
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
