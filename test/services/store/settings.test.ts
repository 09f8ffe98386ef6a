import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { CameraSettings } from '../../../services/contract/camera.ts';
import { Settings } from '../../../services/contract/settings.ts';
import { Database } from '../../../services/store/database.ts';
import { migrate } from '../../../services/store/migrate.ts';
import { SettingsTable } from '../../../services/store/settings.ts';
import { scratchFolder } from './scratch.ts';

function table() {
  const database = Database.open(join(scratchFolder(), 'a.db'), new Uint8Array(32));
  migrate(database);
  const write = (section: string, json: string) =>
    database.run('INSERT OR REPLACE INTO settings VALUES (@section, @json)', { section, json });
  const setAside = () =>
    database.all(
      z.object({ section: z.string(), json: z.string() }),
      'SELECT section, json FROM settings_set_aside',
    );
  return { settings: new SettingsTable({ database, now: () => 1 }), write, setAside };
}

const camera = CameraSettings.parse({
  id: 'door',
  name: 'Door',
  address: 'rtsp://10.0.0.1/',
  password: 'secret',
});

test('a new house has the settings it comes with', () => {
  const { settings } = table();
  expect(settings.get()).toEqual(Settings.parse({}));
  expect(settings.troubles()).toEqual([]);
});

test('settings come back as they were put', () => {
  const { settings } = table();
  const put = Settings.parse({ demo: false, cameras: [camera], voice: { wakePhrase: 'lares' } });
  settings.put(put);
  expect(settings.get()).toEqual(put);
});

test('settings that are wrong are refused as a whole, and the old ones stay', () => {
  const { settings } = table();
  const good = Settings.parse({ cameras: [camera] });
  settings.put(good);
  const bad = { ...good, demo: false, cameras: [camera, { ...camera, address: 'front door' }] };
  expect(() => {
    settings.put(bad);
  }).toThrow(
    /^These settings are not right: cameras\.1\.address a camera address starts with rtsp:\/\/, rtsps:\/\/, http:\/\/ or https:\/\/, or is the path of a file or a USB camera\.$/,
  );
  expect(settings.get()).toEqual(good);
});

test('a section of another version falls back alone, is named, and is not lost', () => {
  const { settings, write, setAside } = table();
  const put = Settings.parse({ demo: false, kiosk: { theme: 'night' } });
  settings.put(put);
  write('voice', '{"wakePhrase":"lares","whisper":true}');
  write('mqtt', '{"enabled":');
  write('weather', '{"station":"secret-place"}');
  write('cameras', JSON.stringify([{ ...camera, password: 7 }, camera]));
  expect(settings.get()).toEqual({ ...put, cameras: [camera] });
  expect(settings.troubles()).toEqual([
    { section: 'cameras', why: 'camera 1: password Invalid input: expected string, received number' },
    { section: 'mqtt', why: 'it is not JSON' },
    { section: 'voice', why: 'voice Unrecognized key: "whisper"' },
    { section: 'weather', why: 'Unrecognized key: "weather"' },
  ]);
  settings.put(put);
  expect(settings.troubles()).toEqual([]);
  expect(settings.get()).toEqual(put);
  expect(setAside()).toEqual([
    { section: 'cameras', json: JSON.stringify([{ ...camera, password: 7 }, camera]) },
    { section: 'mqtt', json: '{"enabled":' },
    { section: 'voice', json: '{"wakePhrase":"lares","whisper":true}' },
    { section: 'weather', json: '{"station":"secret-place"}' },
  ]);
});
