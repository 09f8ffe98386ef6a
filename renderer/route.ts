import { useSyncExternalStore } from 'react';
import { CameraId, EventId, PersonId } from '../services/contract/identifiers.ts';
import { SetupPlace } from '../services/contract/setup.ts';
import { WakePhrase } from '../services/contract/wake.ts';

export type Route =
  | {
      readonly screen:
        | 'home'
        | 'people'
        | 'new-person'
        | 'voice'
        | 'cameras'
        | 'new-camera'
        | 'health'
        | 'settings'
        | 'access'
        | 'leave';
    }
  | { readonly screen: 'wake-phrase'; readonly phrase: string }
  /** Without a step, where the set-up was last. */
  | { readonly screen: 'setup'; readonly at: SetupPlace | null }
  /** A section or page of the settings; `setting`: the path of one that is looked for, or empty. */
  | { readonly screen: 'settings-section'; readonly section: string; readonly setting: string }
  /** `query`: what the timeline shows, with its question mark (views/events/timeline-address.ts). */
  | { readonly screen: 'events'; readonly query?: string }
  | { readonly screen: 'event'; readonly eventId: EventId; readonly query?: string }
  | { readonly screen: 'person' | 'add-faces'; readonly personId: PersonId }
  | { readonly screen: 'camera' | 'edit-camera' | 'zones'; readonly cameraId: CameraId };

/** The address of a screen, to be used as a link. */
export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'events':
      return `#/events${route.query ?? ''}`;
    case 'event':
      return `#/events/${route.eventId}${route.query ?? ''}`;
    case 'person':
      return `#/people/${route.personId}`;
    case 'add-faces':
      return `#/people/${route.personId}/add`;
    case 'new-person':
      return '#/people/-new';
    case 'camera':
      return `#/live/${route.cameraId}`;
    case 'zones':
      return `#/zones/${route.cameraId}`;
    case 'edit-camera':
      return `#/cameras/${route.cameraId}`;
    case 'wake-phrase':
      return `#/voice/${encodeURIComponent(route.phrase)}`;
    case 'settings-section':
      return `#/settings/${route.section}${route.setting === '' ? '' : `/${route.setting}`}`;
    case 'access':
      return '#/settings/access';
    case 'new-camera':
      return '#/cameras/-new';
    case 'setup':
      return route.at === null ? '#/setup' : `#/setup/${route.at}`;
    case 'home':
      return '#/';
    default:
      return `#/${route.screen}`;
  }
}

/** The screen of an address; whatever isn't one is home. */
export function routeOf(hash: string): Route {
  const [path = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [folder = '', item = '', part = ''] = path.split('/');
  const camera = CameraId.safeParse(item);
  const event = EventId.safeParse(item);
  const person = PersonId.safeParse(item);
  if (folder === 'live' && camera.success) return { screen: 'camera', cameraId: camera.data };
  if (folder === 'zones' && camera.success) return { screen: 'zones', cameraId: camera.data };
  if (folder === 'events' && event.success) return { screen: 'event', eventId: event.data };
  if (folder === 'people' && item === '-new') return { screen: 'new-person' };
  if (folder === 'people' && person.success)
    return { screen: part === 'add' ? 'add-faces' : 'person', personId: person.data };
  if (folder === 'voice' && item !== '') return phraseRoute(item);
  if (folder === 'setup') return { screen: 'setup', at: SetupPlace.safeParse(item).data ?? null };
  if (folder === 'leave') return { screen: 'leave' };
  if (folder === 'settings' && item === 'access') return { screen: 'access' };
  if (folder === 'settings' && item !== '')
    return { screen: 'settings-section', section: item, setting: part };
  if (folder === 'cameras' && item === '-new') return { screen: 'new-camera' };
  if (folder === 'cameras' && camera.success) return { screen: 'edit-camera', cameraId: camera.data };
  if (folder === 'events' || folder === 'people' || folder === 'cameras') return { screen: folder };
  if (folder === 'voice' || folder === 'health' || folder === 'settings') return { screen: folder };
  return { screen: 'home' };
}

function phraseRoute(item: string): Route {
  const phrase = WakePhrase.safeParse(unescaped(item));
  return phrase.success ? { screen: 'wake-phrase', phrase: phrase.data } : { screen: 'voice' };
}

function unescaped(item: string): string {
  try {
    return decodeURIComponent(item);
  } catch {
    return '';
  }
}

export function goTo(route: Route): void {
  location.hash = hrefOf(route);
}

/** As `goTo`, but the way back leads to the screen before this one. */
export function replaceRoute(route: Route): void {
  location.replace(hrefOf(route));
}

/** What is shown. It follows the address unless somebody holds it. */
let shown: string | null = null;
let hold: ((target: string) => boolean) | null = null;

/**
 * Asks `holds` before another screen is shown, with its hash; true keeps the present one. Returns the function that ends
 * the asking. One screen is shown at a time, so that there is one to ask.
 */
export function holdRoute(holds: (target: string) => boolean): () => void {
  hold = holds;
  return () => {
    if (hold === holds) hold = null;
  };
}

/** Whether the screen asks before another one is shown. */
export function isRouteHeld(): boolean {
  return hold !== null;
}

function hashShown(): string {
  shown ??= location.hash;
  return shown;
}

const listeners = new Set<() => void>();

function follow(): void {
  const here = hashShown();
  if (location.hash === here) return;
  if (hold?.(location.hash) === true) {
    history.pushState(null, '', here === '' ? '#/' : here);
    return;
  }
  shown = location.hash;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  if (listeners.size === 0) addEventListener('hashchange', follow);
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    removeEventListener('hashchange', follow);
    shown = null;
  };
}

export function useRoute(): Route {
  return routeOf(useHash());
}

/** The address of what is shown, with its query. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, hashShown);
}

/** Another query of the screen that is shown: to reload it, and for the way back, but not to be gone back from. */
export function replaceQuery(query: string): void {
  const hash = `${hashShown().split('?')[0] ?? ''}${query}`;
  if (hash === hashShown()) return;
  history.replaceState(null, '', hash === '' ? '#/' : hash);
  shown = location.hash;
  for (const changed of listeners) changed();
}
