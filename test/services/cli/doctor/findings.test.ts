import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { debianPackages, isInstalled } from '../../../../services/cli/doctor/debian-packages.ts';
import { findSound } from '../../../../services/cli/doctor/equipment.ts';
import { absent, findingLine, missing, there } from '../../../../services/cli/doctor/finding.ts';
import { bytes, findFolders } from '../../../../services/cli/doctor/folders.ts';
import { nodeFinding } from '../../../../services/cli/doctor/packages.ts';
import { writingFindings } from '../../../../services/cli/doctor/writing.ts';
import { scratchFolder } from '../../store/scratch.ts';

describe('the doctor', () => {
  it('writes one line a finding', () => {
    expect(
      [there('Node 24'), missing('sox', 'Nothing is heard.'), absent('A display', 'Open the page.')].map(
        findingLine,
      ),
    ).toEqual(['✓ Node 24.', '✗ sox. Nothing is heard.', '✗ A display. Not needed to run. Open the page.']);
  });

  it.each([
    ['24.21.0', true],
    ['22.18.0', true],
    ['22.17.1', false],
    ['20.19.5', false],
  ])('finds Node %s good: %s', (version, good) => {
    expect(nodeFinding(version).there).toBe(good);
  });

  it('finds microphone and loudspeaker where Linux lists them', () => {
    const file = join(scratchFolder(), 'pcm');
    writeFileSync(file, '00-00: ALC256 Analog : ALC256 Analog : playback 1 : capture 1\n');
    expect(findSound(file).map((one) => one.there)).toEqual([true, true]);
    writeFileSync(file, '00-03: HDMI 0 : HDMI 0 : playback 1\n');
    expect(findSound(file).map((one) => one.there)).toEqual([false, true]);
    expect(findSound(`${file}-none`).map((one) => one.there)).toEqual([false, false]);
  });

  it('knows for each Debian package what waits for it', () => {
    const packages = debianPackages();
    expect(packages.length).toBeGreaterThan(0);
    for (const each of packages) expect(each.for).toMatch(/^[A-Z].*\.$/);
    expect(isInstalled({ package: 'x', file: '/usr/*/env', for: '.', needed: 'run' })).toBe(true);
    expect(isInstalled({ package: 'x', program: '/usr/bin/not-there', for: '.', needed: 'run' })).toBe(false);
  });

  it('looks after the folders and the key', () => {
    const folder = scratchFolder();
    const paths = {
      data: join(folder, 'data'),
      config: join(folder, 'config'),
      models: join(folder, 'models'),
    };
    mkdirSync(paths.data);
    mkdirSync(paths.config);
    writeFileSync(join(paths.data, 'lares.db'), 'x'.repeat(1500));
    writeFileSync(join(paths.config, 'data.key'), 'not a key');
    chmodSync(paths.data, 0o700);
    expect(findFolders(paths).slice(0, 4).map(findingLine)).toEqual([
      `✓ Data folder ${paths.data}, 1.5 kB.`,
      `✓ Configuration folder ${paths.config}, 9 bytes.`,
      `✓ Folder of the networks ${paths.models}, made at first start.`,
      expect.stringMatching(/^✗ Data key: The key file is damaged, or from a newer Lares\. Put it back/),
    ]);
  });

  it('tells what is written a day, and how many days of video fit', () => {
    const forecast = {
      disk: null,
      heldBytes: 3e9,
      roomBytes: 7e9,
      bytesPerDay: 4e8,
      writtenPerDay: 5.25e8,
      days: 25.9,
    };
    expect(writingFindings({ ...forecast, cameras: [] }).map(findingLine)).toEqual([
      '✓ 525.0 MB written a day.',
      '✓ 3.0 GB of video, 400.0 MB a day; 25 days fit.',
    ]);
    const unknown = {
      disk: null,
      heldBytes: 0,
      roomBytes: null,
      bytesPerDay: null,
      writtenPerDay: null,
      days: null,
    };
    expect(writingFindings({ ...unknown, cameras: [] }).map(findingLine)).toEqual([
      '✓ What is written a day is not known yet.',
      '✓ 0 bytes of video, not known yet how much a day.',
    ]);
  });

  it('counts bytes as disks are sold', () => {
    expect([0, 999, 1500, 2_000_000, 82_900_000_000].map(bytes)).toEqual([
      '0 bytes',
      '999 bytes',
      '1.5 kB',
      '2.0 MB',
      '82.9 GB',
    ]);
  });
});
