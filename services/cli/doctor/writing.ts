import type { Forecast } from '../../contract/retention.ts';
import { Trouble } from '../../contract/trouble.ts';
import { hubRuns, withHub } from '../hub-client.ts';
import { absent, type Finding, missing, there } from './finding.ts';
import { bytes } from './folders.ts';

/** What is written a day, which wears memory cards out, and how many days of video fit. Only the running hub has both. */
export async function findWriting(): Promise<readonly Finding[]> {
  if (!(await hubRuns())) return [absent('What is written a day', 'It is told while Lares runs.')];
  try {
    const { forecast, disk } = await withHub(async (hub) => ({
      forecast: await hub.retention.forecast.query(),
      disk: (await hub.house.health.query()).notices.find(({ id }) => id === 'disk'),
    }));
    const trouble = disk === undefined ? [] : [missing(disk.what.replace(/\.$/, ''), disk.advice)];
    return [...trouble, ...writingFindings(forecast)];
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return [absent('What is written a day', error.sentences)];
  }
}

export function writingFindings(forecast: Forecast): readonly Finding[] {
  const { writtenPerDay, bytesPerDay, heldBytes, days } = forecast;
  const written =
    writtenPerDay === null
      ? 'What is written a day is not known yet'
      : `${bytes(writtenPerDay)} written a day`;
  const video = bytesPerDay === null ? 'not known yet how much a day' : `${bytes(bytesPerDay)} a day`;
  const fit =
    days === null ? '' : `; ${Math.floor(days)} ${Math.floor(days) === 1 ? 'day fits' : 'days fit'}`;
  return [there(written), there(`${bytes(heldBytes)} of video, ${video}${fit}`)];
}
