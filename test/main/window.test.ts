import type { EventEmitter } from 'node:events';
import { app } from 'electron';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { guardContents } from '../../main/guard.ts';
import { KioskWindow } from '../../main/window.ts';
import { BrowserWindow } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const address = 'http://127.0.0.1:7766/';
const warned: string[] = [];
const log = {
  info: () => undefined,
  warn: (sentence: string) => warned.push(sentence),
  error: () => undefined,
};

beforeEach(() => {
  warned.length = 0;
});

function opened(kiosk = true) {
  const window = new KioskWindow({ address, kiosk, log });
  const fake = BrowserWindow.opened.at(-1);
  if (fake === undefined) throw new Error('no window was opened');
  return { window, fake, contents: fake.webContents };
}

/** Sends an event that can be held back; true when it was. */
function heldBack(emitter: EventEmitter, event: string, details: object = {}): boolean {
  let held = false;
  emitter.emit(event, { ...details, preventDefault: () => (held = true) });
  return held;
}

test('the window is a kiosk without Node, without a preload script, and with a session in memory', () => {
  const { fake } = opened();
  expect(fake.options).toEqual({
    kiosk: true,
    autoHideMenuBar: true,
    backgroundColor: '#000000',
    width: 1280,
    height: 800,
    show: false,
    title: 'Lares',
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      partition: 'kiosk',
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  expect(fake.loaded).toEqual([address]);
  expect(opened(false).fake.options).toMatchObject({ kiosk: false });
});

test('there is no way out of the page', () => {
  app.once('web-contents-created', (_event, contents) => {
    guardContents(contents, () => address);
  });
  const { contents } = opened();
  expect(contents.openHandler()).toEqual({ action: 'deny' });
  for (const event of ['will-frame-navigate', 'will-redirect']) {
    expect(heldBack(contents, event, { url: 'https://example.org/' })).toBe(true);
    expect(heldBack(contents, event, { url: `${address}people` })).toBe(false);
  }
  expect(heldBack(contents, 'will-attach-webview')).toBe(true);
  expect(heldBack(contents.session, 'will-download')).toBe(true);
});

test('a kiosk is closed by whoever may leave it, and the page asks for their PIN', async () => {
  const { window, fake, contents } = opened();
  contents.answer = Promise.resolve(401);
  fake.close();
  await vi.waitFor(() => {
    expect(fake.loaded).toEqual([address, `${address}#/leave`]);
  });
  expect(fake.calls).toEqual([]);
  contents.answer = Promise.resolve(204);
  fake.close();
  await vi.waitFor(() => {
    expect(fake.calls).toEqual(['closed']);
  });
  const away = opened();
  away.contents.answer = Promise.reject(new Error('the page is gone'));
  away.fake.close();
  await vi.waitFor(() => {
    expect(away.fake.calls).toEqual(['closed']);
  });
  const ending = opened();
  ending.window.letGo();
  ending.fake.close();
  const ordinary = opened(false);
  ordinary.fake.close();
  expect([ending.fake.calls, ordinary.fake.calls]).toEqual([['closed'], ['closed']]);
  window.letGo();
});

test('every permission is refused but the microphone', () => {
  const { session } = opened().contents;
  const ask = (permission: string, details: object): unknown => {
    const answer = vi.fn();
    session.handlers.get('permission request')?.(null, permission, answer, details);
    return answer.mock.calls[0]?.[0];
  };
  const check = (permission: string, origin: string, details: object): unknown =>
    session.handlers.get('permission check')?.(null, permission, origin, details);
  expect(ask('media', { requestingUrl: address, mediaTypes: ['audio'] })).toBe(true);
  expect(ask('media', { requestingUrl: address, mediaTypes: ['video'] })).toBe(false);
  expect(ask('media', { requestingUrl: 'https://example.org/', mediaTypes: ['audio'] })).toBe(false);
  expect(ask('geolocation', { requestingUrl: address })).toBe(false);
  expect(check('media', address, { mediaType: 'audio' })).toBe(true);
  expect(check('media', address, { mediaType: 'video' })).toBe(false);
  expect(check('notifications', address, {})).toBe(false);
  expect(session.handlers.get('device')?.()).toBe(false);
  expect(session.handlers.get('display media')).toBeNull();
});

test('nothing is loaded from anywhere else', () => {
  const { session } = opened().contents;
  const answer = vi.fn();
  for (const url of [`${address}index.js`, 'https://example.org/'])
    session.handlers.get('request')?.({ url }, answer);
  expect(answer.mock.calls).toEqual([[{ cancel: false }], [{ cancel: true }]]);
});

test('a page that failed, or whose process died, is loaded again by itself', () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { fake, contents } = opened();
  contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', address, true);
  contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', address, true);
  contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', address, false);
  vi.advanceTimersByTime(5000);
  contents.emit('render-process-gone', {}, { reason: 'crashed' });
  contents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  vi.advanceTimersByTime(5000);
  expect(fake.loaded).toEqual([address, address, address]);
  expect(warned).toEqual([
    'The page did not load (-102); it is loaded again in 1 s.',
    'The page ended (crashed); it is loaded again in 1 s.',
  ]);
});

test('another address is loaded, the same one is not; a second start brings the window to the front', () => {
  const { window, fake } = opened();
  window.show(address);
  window.show('http://127.0.0.1:8000/');
  expect(fake.loaded).toEqual([address, 'http://127.0.0.1:8000/']);
  window.focus();
  expect(fake.calls).toEqual(['restore', 'show', 'focus']);
});
