import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Callers } from '../../../../services/hub/access/callers.ts';
import { CommandLineToken } from '../../../../services/hub/access/command-line-token.ts';
import { scratchFolder } from '../../store/scratch.ts';

const page = { isPage: true, cookieName: 'lares-1' };
const picture = { ...page, isPage: false };

function asked(callers: Callers, request: { url?: string; cookie?: string }, what = page) {
  const { url = '/', cookie } = request;
  return callers.of({ url, headers: cookie === undefined ? {} : { cookie } }, what);
}

test('the command line is who can read the token beside the key', () => {
  const folder = scratchFolder();
  const token = new CommandLineToken();
  token.write(join(folder, 'config'));
  const file = join(folder, 'config/hub.token');
  const text = readFileSync(file, 'utf8').trim();
  expect([statSync(file).mode & 0o777, /^[0-9a-f]{64}$/.test(text)]).toEqual([0o600, true]);
  const callers = new Callers(token);
  const kinds = [
    `/api?token=${text}`,
    '/api?token=',
    `/api?token=${text.slice(1)}0`,
    '/api?from=command-line',
  ];
  expect(kinds.map((url) => asked(callers, { url }).caller.kind)).toEqual([
    ...['command line', 'page', 'page', 'page'],
  ]);
});

test('a browser is told by its cookie, which only a page is given', () => {
  const callers = new Callers(new CommandLineToken());
  const first = asked(callers, {});
  expect(first.cookie).toMatch(/^lares-1=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const cookie = `theme=night; ${first.cookie?.split(';')[0] ?? ''}`;
  expect(asked(callers, { cookie }, picture)).toEqual({ caller: first.caller, cookie: null });
  const strangers = [asked(callers, {}, picture), asked(callers, { cookie: 'lares-1=guessed' }, picture)];
  expect(strangers.map((each) => [each.cookie, each.caller.kind])).toEqual([
    [null, 'page'],
    [null, 'page'],
  ]);
  expect(strangers[0]?.caller).toEqual(strangers[1]?.caller);
  expect(asked(callers, {}).caller).not.toEqual(first.caller);
});
