import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { DiskProbe } from '../../../services/store/disk-probe.ts';
import { scratchFolder } from './scratch.ts';

/** Null when this machine lets us mount a disk in memory. */
const whyNoMount = ((): string | null => {
  const folder = mkdtempSync(join(tmpdir(), 'lares-mount-'));
  try {
    mount(folder);
    unmount(folder);
    return null;
  } catch {
    return 'needs root and a kernel that lets it mount';
  } finally {
    rmSync(folder, { recursive: true });
  }
})();

function mount(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
}

function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
}

test('a disk that is well is read, and a trial leaves nothing behind', async () => {
  const folder = join(scratchFolder(), 'clips');
  const probe = new DiskProbe(folder);
  const reading = await probe.read();
  expect(reading).toMatchObject({ kind: 'there' });
  expect(await probe.write()).toMatchObject({ kind: 'written' });
  expect(readdirSync(folder)).toEqual(['lares.mark']);
});

test('a folder that was removed is made again on the same disk, and is missed with it', async () => {
  const data = join(scratchFolder(), 'data');
  const folder = join(data, 'clips');
  mkdirSync(data);
  const probe = new DiskProbe(folder);
  await probe.read();
  rmSync(folder, { recursive: true });
  expect(await probe.read()).toMatchObject({ kind: 'there' });
  expect(existsSync(folder)).toBe(true);
  rmSync(data, { recursive: true });
  expect(await probe.read()).toEqual({ kind: 'vanished' });
  expect(await probe.write()).toEqual({ kind: 'vanished' });
  mkdirSync(data);
  expect(await probe.read()).toMatchObject({ kind: 'there' });
});

describe.skipIf(whyNoMount !== null)(`a disk of its own (${whyNoMount ?? 'in memory'})`, () => {
  const disk = () => {
    const folder = join(scratchFolder(), 'clips');
    mkdirSync(folder);
    mount(folder);
    onTestFinished(() => {
      unmount(folder);
    });
    return { folder, probe: new DiskProbe(folder) };
  };

  it('is full, and is well again', async () => {
    const { folder, probe } = disk();
    expect(await probe.read()).toMatchObject({ kind: 'there', totalBytes: 2 * 1024 * 1024 });
    writeFileSync(join(folder, 'much'), Buffer.alloc(1.9 * 1024 * 1024));
    expect(await probe.write()).toEqual({ kind: 'full' });
    rmSync(join(folder, 'much'));
    expect(await probe.write()).toMatchObject({ kind: 'written' });
  });

  it('is gone, is not taken for the folder that it was mounted on, and is there again', async () => {
    const { folder, probe } = disk();
    await probe.read();
    unmount(folder);
    expect(await probe.read()).toEqual({ kind: 'vanished' });
    expect(readdirSync(folder)).toEqual([]);
    mount(folder);
    // As another device, but with the mark of the first.
    writeFileSync(join(folder, 'lares.mark'), '');
    expect(await probe.read()).toMatchObject({ kind: 'there' });
  });

  it('is read-only, and is well again', async () => {
    const { folder, probe } = disk();
    await probe.read();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    expect([await probe.read(), await probe.write()]).toEqual([{ kind: 'read_only' }, { kind: 'read_only' }]);
    execFileSync('mount', ['-o', 'remount,rw', folder]);
    expect(await probe.read()).toMatchObject({ kind: 'there' });
  });
});
