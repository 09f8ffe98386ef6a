import { expect, it } from 'vitest';
import { SetupMemory, stepAfter } from '../../../../services/contract/setup.ts';
import { type SetupFacts, setupView } from '../../../../services/hub/setup/setup-view.ts';

const newHouse: SetupFacts = {
  isDemo: true,
  hasCamera: false,
  hasPeople: false,
  keyIsSafe: false,
  hasBroker: false,
  isGuarded: false,
};
const remembered = (memory: unknown) => SetupMemory.parse(memory);
const states = (memory: unknown, facts: Partial<SetupFacts> = {}) =>
  Object.fromEntries(
    setupView(remembered(memory), { ...newHouse, ...facts }).steps.map(({ step, state }) => [step, state]),
  );

it('opens by itself in a new house, until somebody has left it', () => {
  const opens = (memory: unknown, facts: Partial<SetupFacts> = {}) =>
    setupView(remembered(memory), { ...newHouse, ...facts }).opens;
  expect(opens({})).toBe(true);
  expect(opens({ left: true })).toBe(false);
  expect(opens({}, { isDemo: false, hasCamera: true })).toBe(false);
  expect(opens({}, { isDemo: false })).toBe(false);
  expect(opens({ outcomes: { language: 'done' } }, { isDemo: false, hasCamera: true })).toBe(true);
});

it('counts as done what the house has, whatever was said', () => {
  expect(
    states({
      outcomes: { key: 'skipped', cameras: 'done', sound: 'done', people: 'skipped', rooms: 'done' },
    }),
  ).toEqual({
    ...{ language: 'open', key: 'skipped', cameras: 'open' },
    ...{ sound: 'done', people: 'skipped', rooms: 'done', access: 'open' },
  });
  expect(
    states(
      { outcomes: { key: 'skipped', rooms: 'skipped' } },
      { hasCamera: true, hasPeople: true, keyIsSafe: true, hasBroker: true, isGuarded: true },
    ),
  ).toEqual({
    ...{ language: 'open', key: 'done', cameras: 'done' },
    ...{ sound: 'open', people: 'done', rooms: 'done', access: 'done' },
  });
});

it('goes from step to step to the end', () => {
  expect([stepAfter('language'), stepAfter('cameras'), stepAfter('access')]).toEqual(['key', 'sound', 'end']);
});
