import type { CameraSettings } from '../../contract/camera.ts';
import type { Line } from '../../contract/zone.ts';
import { ZoneArea } from './zone-area.ts';

/** A zone that visits are told of. */
export interface DrawnZone {
  readonly name: string;
  readonly area: ZoneArea;
  readonly dwellMs: number;
}

/** What was drawn on a camera's picture to be told of: the zones that are watched, and lines. */
export class DrawnPlaces {
  readonly zones: readonly DrawnZone[];
  readonly lines: readonly Line[];

  constructor({ zones, lines }: Pick<CameraSettings, 'zones' | 'lines'>) {
    this.zones = zones
      .filter(({ kind }) => kind === 'include')
      .map(({ name, polygon, dwellMs }) => ({ name, area: new ZoneArea([polygon]), dwellMs }));
    this.lines = lines;
  }
}

export const NOWHERE = new DrawnPlaces({ zones: [], lines: [] });
