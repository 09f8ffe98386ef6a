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
  '#/cameras',
  '#/cameras/-new',
  '#/cameras/new',
  '#/health',
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
