import { expect, test } from 'vitest';
import { isHubs, mayLoad, mayUse } from '../../main/guard.ts';

const address = 'http://127.0.0.1:7766/';

test.each([
  ['http://127.0.0.1:7766/events/1', true],
  ['http://127.0.0.1:7767/', false],
  ['https://127.0.0.1:7766/', false],
  ['http://127.0.0.1:7766@example.org/', false],
  ['http://localhost:7766/', false],
  ['https://example.org/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['about:blank', false],
  ['', false],
])('the page may go to %s: %s', (url, may) => {
  expect(isHubs(url, address)).toBe(may);
});

test.each([
  ['http://127.0.0.1:7766/index.js', true],
  ['ws://127.0.0.1:7766/api', true],
  ['blob:http://127.0.0.1:7766/1', true],
  ['data:image/png;base64,AA', true],
  ['ws://127.0.0.1:7765/api', false],
  ['wss://example.org/', false],
  ['https://redirector.gvt1.com/dictionary', false],
  ['file:///etc/passwd', false],
])('the page may load %s: %s', (url, may) => {
  expect(mayLoad(url, address)).toBe(may);
});

test.each([
  ['media', ['audio'], address, true],
  ['media', ['audio', 'video'], address, false],
  ['media', ['video'], address, false],
  ['media', [], address, false],
  ['media', ['unknown'], address, false],
  ['media', ['audio'], 'https://example.org/', false],
  ['geolocation', ['audio'], address, false],
  ['notifications', [], address, false],
  ['openExternal', [], address, false],
])('%s with %j for %s: %s', (...[permission, media, origin, may]) => {
  expect(mayUse({ permission, media, origin, address })).toBe(may);
});
