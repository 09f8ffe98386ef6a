import { useSyncExternalStore } from 'react';
import { CameraId, EventId } from '../services/contract/identifiers.ts';

export type Route =
  | { readonly screen: 'home' | 'events' | 'people' | 'cameras' | 'new-camera' | 'health' | 'settings' }
  | { readonly screen: 'event'; readonly eventId: EventId }
  | { readonly screen: 'camera' | 'edit-camera'; readonly cameraId: CameraId };

/** The address of a screen, to be used as a link. */
export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'event':
      return `#/events/${route.eventId}`;
    case 'camera':
      return `#/live/${route.cameraId}`;
    case 'edit-camera':
      return `#/cameras/${route.cameraId}`;
    case 'new-camera':
      return '#/cameras/-new';
    case 'home':
      return '#/';
    default:
      return `#/${route.screen}`;
  }
}

/** The screen of an address; whatever isn't one is home. */
export function routeOf(hash: string): Route {
  const [folder = '', item = ''] = hash.replace(/^#?\/?/, '').split('/');
  const camera = CameraId.safeParse(item);
  const event = EventId.safeParse(item);
  if (folder === 'live' && camera.success) return { screen: 'camera', cameraId: camera.data };
  if (folder === 'events' && event.success) return { screen: 'event', eventId: event.data };
  if (folder === 'cameras' && item === '-new') return { screen: 'new-camera' };
  if (folder === 'cameras' && camera.success) return { screen: 'edit-camera', cameraId: camera.data };
  if (folder === 'events' || folder === 'people' || folder === 'cameras') return { screen: folder };
  if (folder === 'health' || folder === 'settings') return { screen: folder };
  return { screen: 'home' };
}

export function goTo(route: Route): void {
  location.hash = hrefOf(route);
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => {
    removeEventListener('hashchange', changed);
  };
}

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => location.hash));
}
