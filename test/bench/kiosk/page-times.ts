import type { Page } from 'playwright';

/** When a page showed what, in milliseconds since it was asked for. */
export interface OpeningTimes {
  /** Something of it was painted. */
  readonly firstPaintMs: number | null;
  /** Whether the house is armed, the wall with its cameras, and the last visits were painted. */
  readonly usefulMs: number | null;
  /** The first live picture was drawn. */
  readonly firstPictureMs: number | null;
}

/** Notes in the page, before anything of it runs, when things appear. */
export async function watchOpening(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const wanted = {
      useful: ['a[data-camera]', 'header button[aria-pressed]', 'main section h2'],
      picture: ['[data-flow=flowing]'],
    };
    const seen: Record<string, number> = {};
    Reflect.set(globalThis, 'laresSeen', seen);
    const look = () => {
      for (const [name, selectors] of Object.entries(wanted))
        if (!(name in seen) && selectors.every((selector) => document.querySelector(selector) !== null)) {
          seen[name] = Number.NaN;
          requestAnimationFrame(() => setTimeout(() => (seen[name] = performance.now())));
        }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/** What was noted, once everything has appeared. */
export async function openingTimes(page: Page): Promise<OpeningTimes> {
  await page.waitForFunction(
    () => {
      const seen: unknown = Reflect.get(globalThis, 'laresSeen');
      return typeof seen === 'object' && seen !== null && Number(Reflect.get(seen, 'picture')) > 0;
    },
    null,
    { timeout: 60_000 },
  );
  return page.evaluate(() => {
    const seen: unknown = Reflect.get(globalThis, 'laresSeen');
    const at = (name: string): number | null => {
      const value: unknown = typeof seen === 'object' && seen !== null ? Reflect.get(seen, name) : null;
      return typeof value === 'number' ? value : null;
    };
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
    return { firstPaintMs: paint, usefulMs: at('useful'), firstPictureMs: at('picture') };
  });
}

/** How long it takes from asking for another screen to its having been painted, in milliseconds. */
export function changeMs(page: Page, hash: string): Promise<number> {
  return page.evaluate(async (target) => {
    const title = () => document.querySelector('main h1')?.textContent ?? '';
    const before = title();
    const beganMs = performance.now();
    location.hash = target;
    await new Promise<void>((resolve) => {
      const look = () => {
        if (title() === '' || title() === before) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - beganMs;
  }, hash);
}

/** The least that a change takes until it is painted: of one word on an empty page, in milliseconds. */
export function leastChangeMs(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const beganMs = performance.now();
    document.body.textContent = String(beganMs);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - beganMs;
  });
}

/** How long a touch takes to wake the resting screen, in milliseconds: from the touch to the painted house. */
export async function wakeMs(page: Page): Promise<number> {
  await page.locator('[data-rest]').waitFor({ timeout: 120_000 });
  const woken = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener(
          'pointerdown',
          (touch) => {
            const observer = new MutationObserver(() => {
              if (document.querySelector('[data-rest]') !== null) return;
              observer.disconnect();
              requestAnimationFrame(() => {
                setTimeout(() => {
                  resolve(performance.now() - touch.timeStamp);
                });
              });
            });
            observer.observe(document.body, { subtree: true, childList: true });
          },
          { capture: true, once: true },
        );
      }),
  );
  await page.waitForTimeout(300);
  await page.mouse.click(640, 400);
  return woken;
}
