import { Command } from 'commander';
import type { FoundCamera } from '../contract/onvif.ts';
import { discover } from '../hub/onvif/onvif-discovery.ts';
import { table } from './table.ts';

export function camerasCommand(): Command {
  const cameras = new Command('cameras').description('the cameras of your network');
  cameras
    .command('find')
    .description('search this machine’s networks for cameras that speak ONVIF')
    .option('--json', 'as JSON')
    .action(async (options: { json?: true }) => {
      const found = await Array.fromAsync(discover({ signal: new AbortController().signal }));
      console.log(options.json ? JSON.stringify(found, null, 2) : foundText(found));
    });
  return cameras;
}

const none = [
  'No camera answered.',
  'Many cameras have ONVIF switched off until you switch it on in their own page; others are in another network, and are added by their address.',
].join('\n');

/** A table for a terminal, in the order of the addresses. */
export function foundText(found: readonly FoundCamera[]): string {
  if (found.length === 0) return none;
  const rows = found
    .map(({ name, hardware, address, xaddr }) => [address, name, hardware, xaddr])
    .toSorted(([a = ''], [b = '']) => a.localeCompare(b, 'en', { numeric: true }));
  return table([['address', 'name', 'model', 'ONVIF'], ...rows]);
}
