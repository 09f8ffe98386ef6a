import { readFileSync } from 'node:fs';

/**
 * What this process has had written to disks since it began, in bytes, as Linux counts it (`write_bytes` of proc_pid_io(5)); null
 * where that can't be read.
 */
export function writtenBytes(file = '/proc/self/io'): number | null {
  try {
    const found = /^write_bytes: (\d+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
    return found === undefined ? null : Number(found);
  } catch {
    return null;
  }
}
