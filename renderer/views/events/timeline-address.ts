import { EventFilter } from '../../../services/contract/timeline.ts';

/** What the timeline shows, as its address keeps it: so the way back leads to the same place. */
export interface TimelineAddress {
  readonly filter: EventFilter;
  /** What is searched for; empty: nothing is. */
  readonly text: string;
  /** The moment that the list begins with; null: the newest. */
  readonly atMs: number | null;
}

const longestText = 200;

/** The part of a hash behind its question mark; what is not understood there is left out. */
export function timelineAddressOf(hash: string): TimelineAddress {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  const { cameraId, personId, label, zone } = EventFilter.shape;
  const camera = cameraId.safeParse(query.get('camera')).data;
  const person = personId.safeParse(query.get('person')).data;
  const kind = label.safeParse(query.get('kind')).data;
  const place = zone.safeParse(query.get('zone')).data;
  const atMs = Number(query.get('at') ?? '');
  return {
    filter: {
      ...(camera === undefined ? {} : { cameraId: camera }),
      ...(person === undefined ? {} : { personId: person }),
      ...(kind === undefined ? {} : { label: kind }),
      ...(place === undefined ? {} : { zone: place }),
      ...(query.has('kept') ? { kept: true } : {}),
    },
    text: (query.get('find') ?? '').slice(0, longestText),
    atMs: Number.isFinite(atMs) && atMs > 0 ? atMs : null,
  };
}

/** With its question mark; empty where everything is shown. */
export function timelineQuery({ filter, text = '', atMs = null }: Partial<TimelineAddress>): string {
  const query = new URLSearchParams();
  const { cameraId = '', personId = '', label = '', zone = '' } = filter ?? {};
  for (const [name, value] of Object.entries({ camera: cameraId, person: personId, kind: label, zone }))
    if (value !== '') query.set(name, value);
  if (filter?.kept === true) query.set('kept', '1');
  if (text !== '') query.set('find', text);
  if (atMs !== null) query.set('at', `${Math.round(atMs)}`);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** How many filters narrow what is shown. */
export function filtersUsed(filter: EventFilter): number {
  return Object.values(filter).filter((value) => value !== undefined).length;
}
