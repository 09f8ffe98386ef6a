import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes, in memory; a part of it is taken by something that can be removed. */
export interface SmallDisk {
  readonly folder: string;
  readonly makeRoom: () => void;
  readonly isFull: () => boolean;
  readonly unmount: () => void;
}

export function mountSmallDisk(folder: string): SmallDisk {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', folder], { stdio: 'ignore' });
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(7 * 1024 * 1024));
  return {
    folder,
    makeRoom: () => {
      rmSync(ballast);
    },
    isFull: () => {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize < 64 * 1024;
    },
    unmount: () => {
      execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
    },
  };
}

/** Why no disk can be mounted here; null when it can. */
export function whyNoMount(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'lares-mount-'));
  try {
    mountSmallDisk(folder).unmount();
    return null;
  } catch {
    return 'mounting one needs root and a kernel that allows it';
  } finally {
    rmSync(folder, { recursive: true });
  }
}
