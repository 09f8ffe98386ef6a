import { MemberId } from '../../services/contract/access.ts';
import type { Page } from 'playwright';
import type { FixtureHouse } from './fixture-house.ts';
import type { ScreenshotView } from './screenshot-view.ts';

function aFamily(house: FixtureHouse): void {
  house.access.give(['Anna', 'owner'], ['Bernd', 'resident'], ['Wilhelmine', 'guest'], ['Tim', 'child']);
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('PIN', { exact: true }).waitFor();
}

/** PINs and roles, and how they are asked for. */
export const accessViews: readonly ScreenshotView[] = [
  { name: 'access-empty', hash: '#/settings/access' },
  {
    name: 'access-first',
    hash: '#/settings/access',
    act: async (page) => {
      await page.getByRole('button', { name: 'Set an owner’s PIN' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
    },
  },
  {
    name: 'access-family',
    hash: '#/settings/access',
    prepare: (house) => {
      aFamily(house);
      house.access.signedIn = house.access.members[0] ?? null;
      house.access.settings = { ...house.access.settings, base: 'guest' };
    },
  },
  {
    name: 'access-network',
    hash: '#/settings/access',
    prepare: (house) => {
      aFamily(house);
      const at = Date.now();
      house.access.settings = { ...house.access.settings, network: { enabled: true, port: 8443 } };
      house.access.network = {
        state: {
          kind: 'open',
          addresses: ['https://lares.local:8443/', 'https://192.168.1.20:8443/'],
          fingerprint: Array.from({ length: 32 }, (_, byte) => (byte * 7 + 16).toString(16).slice(0, 2))
            .join(':')
            .toUpperCase(),
        },
        sessions: ['Firefox, Android', 'Safari, iPhone'].map((device, number) => ({
          ...{ id: `${number}`.repeat(64), memberId: MemberId.parse(`member-${number}`), device },
          ...{ beganAtMs: at - 3e8, usedAtMs: at - number * 4e6 },
        })),
      };
    },
    act: (page) => page.getByText('Log out all devices').scrollIntoViewIfNeeded(),
  },
  {
    name: 'access-edit',
    hash: '#/settings/access',
    prepare: aFamily,
    act: (page) => page.getByRole('button', { name: 'Change Bernd' }).click(),
  },
  { name: 'pin', hash: '', prepare: aFamily, act: ask },
  {
    name: 'pin-wrong',
    hash: '',
    prepare: (house) => {
      aFamily(house);
      house.access.answer = { kind: 'wrong', left: 3 };
    },
    act: async (page) => {
      await ask(page);
      await page.keyboard.type('1234');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'pin-wait',
    hash: '',
    prepare: (house) => {
      aFamily(house);
      house.access.answer = { kind: 'wait', untilMs: Date.now() + 120_000 };
    },
    act: async (page) => {
      await ask(page);
      await page.keyboard.type('1234');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'pin-forgotten',
    hash: '',
    prepare: aFamily,
    act: async (page) => {
      await ask(page);
      await page.getByRole('button', { name: 'PIN forgotten?' }).click();
    },
  },
  { name: 'leave', hash: '#/leave', prepare: aFamily },
];
