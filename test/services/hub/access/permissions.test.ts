import { expect, test } from 'vitest';
import { z } from 'zod';
import { Permission } from '../../../../services/contract/access.ts';
import { api } from '../../../../services/hub/api.ts';

const Definition = z.looseObject({
  meta: z.object({ needs: z.union([Permission, z.literal('nothing')]) }),
});

function needsOf(): ReadonlyMap<string, string> {
  return new Map(Object.entries(api._def.procedures).map(([path, procedure]) => [path, needOf(procedure)]));
}

/** A procedure is a function that carries its definition. */
function needOf(procedure: unknown): string {
  if (typeof procedure !== 'function' || !('_def' in procedure)) return 'is none';
  return Definition.safeParse(procedure._def).data?.meta.needs ?? 'says nothing';
}

test('every procedure says what somebody must be allowed who calls it', () => {
  const silent = [...needsOf()].filter(([, needs]) => needs === 'says nothing').map(([path]) => path);
  expect(silent).toEqual([]);
});

test('only what tells nothing of the household needs nothing', () => {
  const open = [...needsOf()].filter(([, needs]) => needs === 'nothing').map(([path]) => path);
  expect(open.toSorted()).toEqual([
    'access.lock',
    'access.logOut',
    'access.now',
    'access.recover',
    'access.signIn',
    'access.stay',
    'access.watch',
    'house.health',
    'house.unlock',
    'house.watchHealth',
    'settings.get',
    'settings.watch',
    'setup.get',
    'setup.goTo',
    'setup.leave',
    'setup.pass',
    'setup.watch',
  ]);
});

test('what takes something out, lets somebody in or is for good is risky', () => {
  const needs = needsOf();
  expect(
    ['settings.update', 'cameras.save', 'people.remove', 'events.remove', 'access.save', 'access.ticket'].map(
      (path) => needs.get(path),
    ),
  ).toEqual(['change_settings', 'change_settings', 'erase', 'erase', 'manage_access', 'export']);
});
