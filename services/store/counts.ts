import { z } from 'zod';
import { EventLabel } from '../contract/event.ts';
import type { CameraId } from '../contract/identifiers.ts';
import type { HourCount } from '../contract/search.ts';
import type { Database } from './database.ts';

const hourMs = 3_600_000;

export interface CountsQuery {
  /** The hours from the one that this is in … */
  readonly fromMs: number;
  /** … up to the one that this is in, which is not among them when it has just begun. */
  readonly toMs: number;
  readonly cameraId?: CameraId | undefined;
}

/** How many visits there were, by the hour: counted as they are kept, so that nobody has to go through a million of them. */
export class CountTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Oldest first; hours and kinds without any are left out. */
  byHour({ fromMs, toMs, cameraId }: CountsQuery): HourCount[] {
    const hours = { from: Math.floor(fromMs / hourMs), to: Math.ceil(toMs / hourMs) };
    return this.#database.all(CountRow, byHourSql, { ...hours, cameraId: cameraId ?? '' });
  }
}

const byHourSql = `
  SELECT hour, label, events FROM event_counts
  WHERE camera_id = @cameraId AND hour >= @from AND hour < @to AND events > 0 ORDER BY hour, label`;

const CountRow = z
  .object({ hour: z.number(), label: EventLabel, events: z.number() })
  .transform(({ hour, label, events }): HourCount => ({ hourMs: hour * hourMs, label, events }));
