import { Zone } from '../../../../services/contract/zone.ts';

interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A zone with four right angles. */
export function zoneOf(
  kind: Zone['kind'],
  { left, top, right, bottom }: Sides,
  more: Partial<Zone> = {},
): Zone {
  return Zone.parse({
    name: kind,
    kind,
    polygon: [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ],
    ...more,
  });
}
