import { expect, it } from 'vitest';
import { hrefOf, routeOf } from '../../renderer/route.ts';

it.each([
  '#/',
  '#/events',
  '#/events/ev-1',
  '#/live/garden',
  '#/zones/garden',
  '#/people',
  '#/people/anna',
  '#/people/anna/add',
  '#/people/-new',
  '#/people/new',
  '#/voice',
  '#/voice/computer',
  '#/voice/h%C3%A9%20lares',
  '#/cameras',
  '#/cameras/-new',
  '#/cameras/new',
  '#/health',
  '#/setup',
  '#/setup/cameras',
  '#/setup/end',
  '#/settings',
])('finds its way back to %s', (hash) => {
  expect(hrefOf(routeOf(hash))).toBe(hash);
});

it.each(['', '#', '#/nowhere', '#/live/../../etc', '#/live/', '#/live/<script>'])(
  'takes %j for home',
  (hash) => {
    expect(routeOf(hash)).toEqual({ screen: 'home' });
  },
);

it.each(['#/voice/<script>', '#/voice/%E0%A4%A', '#/voice/r2', '#/voice/'])(
  'takes %j for the phrases, of which it is none',
  (hash) => {
    expect(routeOf(hash)).toEqual({ screen: 'voice' });
  },
);

it('takes a step that there is not for where the set-up was last', () => {
  expect(routeOf('#/setup/<script>')).toEqual({ screen: 'setup', at: null });
});
