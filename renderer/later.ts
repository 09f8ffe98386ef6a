import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

const waiting: (() => Promise<unknown>)[] = [];
const tryAgainMs = 2000;

/**
 * A part of the page that Home does not need: it is fetched when it is first shown, or before, by `fetchTheRest`. While the hub
 * is away it is waited for.
 */
export function later<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  waiting.push(load);
  return lazy(async () => ({ default: await insisting(load) }));
}

/** Fetches one after the other what was left for later, so that every view is there when it is tapped. */
export async function fetchTheRest(): Promise<void> {
  for (const load of waiting.splice(0)) await load().catch(() => undefined);
}

async function insisting<T>(load: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, tryAgainMs));
    }
}
