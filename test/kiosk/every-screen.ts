import type { Page } from 'playwright';

/** The address of each screen of the fixture house, in the states that differ most. */
export const everyScreen = [
  '#/',
  '#/live/garden',
  '#/zones/front_door',
  '#/events',
  '#/events/ev-anna',
  '#/events/ev-stranger',
  '#/events/ev-offline',
  '#/people',
  '#/people/anna',
  '#/people/anna/add',
  '#/people/-new',
  '#/voice',
  '#/voice/computer',
  '#/cameras',
  '#/cameras/garden',
  '#/cameras/-new',
  '#/health',
  '#/setup',
  '#/settings',
  '#/settings/kiosk',
  '#/settings/voice',
  '#/settings/mqtt',
  '#/settings/retention',
  '#/settings/span',
  '#/settings/key',
  '#/settings/access',
  '#/settings/about',
] as const;

/** Shows another screen as a link does, and waits until it stands. */
export async function showScreen(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await page.getByRole('heading', { level: 1 }).filter({ visible: true }).first().waitFor();
  await page.waitForTimeout(400);
}
