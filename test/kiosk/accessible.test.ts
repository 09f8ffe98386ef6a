import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { de } from '../../renderer/words/de.ts';
import { en } from '../../renderer/words/en.ts';
import { FixtureHouse } from './fixture-house.ts';
import { everyScreen, showScreen } from './every-screen.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();
const third = Math.ceil(everyScreen.length / 3);
const thirds = [0, 1, 2].map((part) => everyScreen.slice(part * third, (part + 1) * third));

const everything = '{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }';

const Violations = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

const Walked = z.object({ reached: z.array(z.number()), unseen: z.array(z.string()) });

/** What axe-core finds on the page that stands there, as `rule: element`. */
async function violations(page: Page, run: string) {
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ${run}, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return Violations.parse(found).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** Whatever can be focused and seen, in the order of the page; of radio buttons of one name the one that Tab reaches. */
const focusable = (page: Page) =>
  page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    const reached = [...all].filter(
      (element) =>
        element.tabIndex >= 0 &&
        // A group of radio buttons hands the focus on to the chosen one.
        !element.matches(':disabled, [type=hidden], [role=radiogroup]') &&
        element.checkVisibility({ visibilityProperty: true }) &&
        element.closest('[inert], [aria-hidden=true]') === null,
    );
    reached.forEach((element, index) => {
      element.dataset['walk'] = String(index);
    });
    return reached.map((element) => element.outerHTML.slice(0, 160));
  });

/** Presses Tab until the page has been gone round; what was reached, and what had the focus without showing it. */
async function walk(page: Page, presses: number) {
  await page.evaluate(() => {
    const reached: number[] = [];
    const unseen: string[] = [];
    const isMarked = (element: Element | null) => {
      if (element === null) return false;
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    };
    addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement) || target.matches('#content, [role=radiogroup]')) return;
      reached.push(Number(target.dataset['walk'] ?? -1));
      const near = [target, target.closest('label'), target.parentElement, target.nextElementSibling];
      // The browser itself shows which part of a date or time has the focus.
      if (!target.matches('[type^=date], [type=time]') && !near.some(isMarked))
        unseen.push(target.outerHTML.slice(0, 160));
      document.body.dataset['walked'] = JSON.stringify({ reached, unseen });
    });
    document.getElementById('content')?.focus();
  });
  for (let press = 0; press < presses; press += 1) await page.keyboard.press('Tab');
  return Walked.parse(JSON.parse(await page.evaluate(() => document.body.dataset['walked'] ?? '{}')));
}

describe.skipIf(!hasChromium)('the kiosk for everybody (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it.each(thirds)(
    'gives axe-core nothing to complain of from %s on, by day and by night, and lets Tab reach everything',
    async (...screens) => {
      const { page } = await kiosk.open();
      // Colours that are on their way from day to night are neither.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.evaluate(axe.source);
      await page.locator('[data-event]').first().waitFor();
      const found: Record<string, unknown> = {};
      for (const hash of screens) {
        await showScreen(page, hash);
        const day = await violations(page, everything);
        await page.emulateMedia({ colorScheme: 'dark' });
        const night = await violations(page, '{ type: "rule", values: ["color-contrast"] }');
        await page.emulateMedia({ colorScheme: 'light' });
        const all = await focusable(page);
        const { reached, unseen } = await walk(page, all.length + 40);
        const missed = all.filter((_, index) => !reached.includes(index));
        if ([day, night, missed, unseen].some(({ length }) => length > 0))
          found[hash] = { day, night, missed, unseen };
      }
      expect(found).toEqual({});
    },
  );

  it('leaves no English and overflows nowhere in German, on a small screen', async () => {
    const house = new FixtureHouse();
    // A name may be an English word that is a text of the page, too.
    house.nameEverything('Xaver');
    const { page } = await kiosk.open({ language: 'de-DE', house });
    await page.setViewportSize({ width: 800, height: 480 });
    await page.locator('[data-event]').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    const germans = new Set(plainTexts(de));
    const names = new Set(house.found.map(({ name }) => name));
    const english = new Set(
      plainTexts(en).filter((text) => !germans.has(text) && !names.has(text) && text.length > 3),
    );
    const found: Record<string, unknown> = {};
    for (const hash of everyScreen) {
      await showScreen(page, hash);
      const { texts, wide } = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts: string[] = [];
        while (walker.nextNode() !== null) texts.push((walker.currentNode.nodeValue ?? '').trim());
        for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]'))
          for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
            texts.push(element.getAttribute(name) ?? '');
        const main = document.querySelector('main');
        const cut = [...document.querySelectorAll<HTMLElement>('nav a, button, h1, h2')]
          .filter(
            ({ textContent, clientWidth, scrollWidth }) =>
              textContent !== '' && clientWidth > 1 && scrollWidth > clientWidth + 1,
          )
          .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
          .map(({ textContent }) => textContent);
        const isWide =
          document.documentElement.scrollWidth > innerWidth ||
          (main?.scrollWidth ?? 0) > (main?.clientWidth ?? 0);
        return { texts, wide: isWide ? ['the page', ...cut] : cut };
      });
      const left = texts.filter((text) => english.has(text));
      if (left.length > 0 || wide.length > 0) found[hash] = { left, wide };
    }
    expect(found).toEqual({});
  });

  it('changes its language when another is chosen, and speaks it from the start next time', async () => {
    const { page } = await kiosk.open({ hash: '#/settings/kiosk' });
    await page.getByRole('radio', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { name: 'Aussehen' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    await page.reload();
    await page.getByRole('link', { name: 'Zuhause' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  });

  it('threw nothing and broke no rule of the content security policy meanwhile', () => {
    expect(kiosk.complaints).toEqual([]);
  });
});

/** Every text of a language that has no gaps. */
function plainTexts(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(plainTexts) : [];
}
