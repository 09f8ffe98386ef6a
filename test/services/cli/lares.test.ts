import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { KioskSettings } from '../../../services/contract/settings.ts';
import { startHouse } from '../../fixtures/house.ts';
import { lares } from '../../fixtures/lares.ts';
import { scratchFolder } from '../store/scratch.ts';

const portOf = (address: string) => ({ LARES_PORT: new URL(address).port });

describe('lares', () => {
  it('explains itself and all its commands', async () => {
    const help = await lares(scratchFolder(), ['--help']);
    expect(help.code).toBe(0);
    for (const command of [
      'start',
      'doctor',
      'status',
      'say',
      'listen',
      'models',
      'key',
      'settings',
      'cameras',
      'people',
      'search',
      'audit',
      'backup',
      'restore',
      'eval',
    ])
      expect(help.out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });

  it('answers an order that it does not understand with exit code 2', async () => {
    const folder = scratchFolder();
    expect(await lares(folder, ['dance'])).toMatchObject({ code: 2, out: '' });
    expect(await lares(folder, ['settings', 'import'])).toMatchObject({ code: 2 });
  });

  it('says in one line that Lares is not running', async () => {
    expect(await lares(scratchFolder(), ['say', 'computer, hello'])).toEqual({
      code: 1,
      out: '',
      err: 'Lares is not running. Start it with npm start.\n',
    });
  });

  it('lets a running Lares hear a sentence, and prints what came of it', async () => {
    const { address, folder } = await startHouse();
    const said = await lares(folder, ['say', 'turn', 'on', 'the', 'kitchen', 'light'], portOf(address));
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toMatch(/^heard: turn on the kitchen light \(75 % sure\)\ndone: .+\n$/);
    const status = await lares(folder, ['status'], portOf(address));
    expect(status.out).toMatch(/^Lares \S+ at http:\/\/127\.0\.0\.1:\d+\/: not armed\nhub: running/);
  });

  it('takes settings out and in again, passwords only when asked', async () => {
    const folder = scratchFolder();
    const file = join(folder, 'house.yaml');
    const cameras = '- { name: Front door, address: "rtsp://anna:s3cret@cam.lan/1" }';
    writeFileSync(file, `cameras:\n  ${cameras}\nmqtt: { password: br0ker }\n`);
    expect(await lares(folder, ['settings', 'import', file])).toEqual({
      code: 0,
      out: 'The settings of house.yaml are taken over.\n',
      err: '',
    });
    const plain = await lares(folder, ['settings', 'export', '-']);
    expect(plain.out).not.toMatch(/s3cret|br0ker/);
    expect(parse(plain.out)).toMatchObject({
      demo: false,
      cameras: [{ id: 'front_door', username: 'anna' }],
    });
    const whole = join(folder, 'whole.json');
    await lares(folder, ['settings', 'export', whole, '--with-passwords']);
    expect(statSync(whole).mode & 0o777).toBe(0o600);
    expect(readFileSync(whole, 'utf8')).toContain('s3cret');
    writeFileSync(file, plain.out);
    await lares(folder, ['settings', 'import', file]);
    const again = await lares(folder, ['settings', 'export', '-', '--with-passwords']);
    expect(parse(again.out)).toEqual(JSON.parse(readFileSync(whole, 'utf8')));
  });

  it('imports into a running Lares, and refuses a file with a mistake in two sentences', async () => {
    const { address, folder, api } = await startHouse();
    const file = join(folder, 'new.yaml');
    writeFileSync(file, 'kiosk: { theme: night }\n');
    expect(await lares(folder, ['settings', 'import', file], portOf(address))).toMatchObject({ code: 0 });
    expect((await api.settings.get.query()).kiosk).toEqual(KioskSettings.parse({ theme: 'night' }));
    writeFileSync(file, 'kiosk: { theme: pink }\n');
    const refused = await lares(folder, ['settings', 'import', file], portOf(address));
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(
      /^The settings file .*new\.yaml has a mistake: kiosk\.theme: .+\. Correct it .+\n$/,
    );
    expect((await lares(folder, ['settings', 'import', join(folder, 'none')])).err).toMatch(
      /^The settings file .* can't be read\./,
    );
  });

  it('finds out what is there and what is missing', async () => {
    const doctor = await lares(scratchFolder(), ['doctor']);
    expect(doctor.code).toBe(1);
    expect(doctor.out).toMatch(/^ {2}✓ Node \d+/m);
    expect(doctor.out).toMatch(/^ {2}✗ face-detector network\. No face is found without it\./m);
    expect(doctor.out).toMatch(/^ {2}✗ A running Lares\. Not needed to run\. Start it with npm start\.$/m);
    expect(doctor.out).toMatch(/^5 needed things are missing\.$/m);
  });
});
