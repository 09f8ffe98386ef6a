import { type ComponentType, lazy, useState } from 'react';

const waiting: (() => Promise<unknown>)[] = [];
const tryAgainMs = 2000;

/**
 * A part of the page that Home does not need: it is fetched when it is first shown, or before, by `fetchTheRest`. While the hub
 * is away it is waited for. What is there already is shown at once: React holds back for 0.3 s what it had to wait for.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const part: { fetched: ComponentType<Props> | null } = { fetched: null };
  const fetching = async (): Promise<ComponentType<Props>> => (part.fetched = await load());
  waiting.push(fetching);
  const Fetching: ComponentType<Props> = lazy(async () => ({ default: await insisting(fetching) }));
  return function Later(props: Props) {
    // One and the same as long as it is shown: another one would begin anew.
    const [View] = useState(() => part.fetched ?? Fetching);
    return <View {...props} />;
  };
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
