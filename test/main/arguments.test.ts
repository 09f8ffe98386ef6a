import { expect, test } from 'vitest';
import { argumentsFrom } from '../../main/arguments.ts';
import { hubEnvironment, portIn } from '../../main/hub-environment.ts';

test.each([
  [[], { windowed: false, startAtLogin: null, settings: undefined }],
  [['--no-sandbox', '--windowed'], { windowed: true, startAtLogin: null, settings: undefined }],
  [['--start-at-login'], { windowed: false, startAtLogin: true, settings: undefined }],
  [
    ['--no-start-at-login', '--settings', 'a.yaml'],
    { windowed: false, startAtLogin: false, settings: 'a.yaml' },
  ],
  [['--settings'], { windowed: false, startAtLogin: null, settings: undefined }],
])('%j', (argv, wanted) => {
  expect(argumentsFrom(argv)).toEqual(wanted);
});

test('the hub gets the environment, without the switches that would make Node load other code', () => {
  const environment = {
    HOME: '/home/a',
    NODE_OPTIONS: '--require ./x.js',
    ELECTRON_RUN_AS_NODE: '1',
    NONE: undefined,
  };
  expect(hubEnvironment(environment, null)).toEqual({ HOME: '/home/a' });
  expect(hubEnvironment({ HOME: '/home/a' }, '/opt/Lares/resources')).toEqual({
    HOME: '/home/a',
    LARES_MODELS: '/opt/Lares/resources/models',
  });
  expect(hubEnvironment({ LARES_MODELS: '/srv/models' }, '/opt/Lares/resources')).toEqual({
    LARES_MODELS: '/srv/models',
  });
});

test('the port is the default one unless LARES_PORT is a port', () => {
  expect([{}, { LARES_PORT: '8000' }, { LARES_PORT: 'x' }, { LARES_PORT: '0' }].map(portIn)).toEqual([
    7766, 8000, 7766, 7766,
  ]);
});
