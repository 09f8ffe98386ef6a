import type { Event } from '../../../services/contract/event.ts';

/** The best picture of a visit changes while it lasts: the score in the address makes the browser ask again. */
function version({ score, box, endedAtMs }: Event): string {
  return `${score}-${box.x}-${box.y}${endedAtMs === null ? '' : '-end'}`;
}

export function snapshotAddress(event: Event): string {
  return `/snapshots/${event.id}.jpg?v=${version(event)}`;
}

export function faceAddress(event: Event): string {
  return `/snapshots/${event.id}-face.jpg?v=${version(event)}`;
}
