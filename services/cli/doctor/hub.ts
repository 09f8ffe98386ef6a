import { hubAddress, hubRuns } from '../hub-client.ts';
import { absent, type Finding, there } from './finding.ts';

export async function findHub(): Promise<readonly Finding[]> {
  if (await hubRuns()) return [there(`Lares runs at ${hubAddress()}`)];
  return [absent('A running Lares', 'Start it with npm start.')];
}
