import { describe, expect, it, onTestFinished } from 'vitest';
import { CameraInput } from '../../../services/contract/api.ts';
import { CameraId } from '../../../services/contract/identifiers.ts';
import { MqttSettings, Settings } from '../../../services/contract/settings.ts';
import { freeId, HouseSettings } from '../../../services/hub/settings.ts';
import { readSettings } from '../../../services/hub/settings-file.ts';
import { openStore } from '../../../services/store/store.ts';
import { scratchFolder } from '../store/scratch.ts';

function house() {
  const store = openStore({ dataDirectory: scratchFolder(), key: new Uint8Array(32).fill(7) });
  onTestFinished(() => {
    store.close();
  });
  const settings = new HouseSettings(store.settings);
  return { store, settings, again: () => new HouseSettings(store.settings).get() };
}

const camera = (fields: object) =>
  CameraInput.parse({ name: 'Front door', address: 'rtsp://cam.lan/1', ...fields });

describe('settings', () => {
  it('are the demo house at first', () => {
    expect(house().settings.get()).toEqual(Settings.parse({}));
  });

  it('take a camera in, which ends the demo, and tell it without its password', () => {
    const { settings, again } = house();
    const told: boolean[] = [];
    settings.changed.listen(({ demo }) => told.push(demo));
    const saved = settings.saveCamera(camera({ address: 'rtsp://admin:secret@cam.lan/1' }));
    expect(saved).toEqual({
      id: 'front_door',
      name: 'Front door',
      area: '',
      address: 'rtsp://cam.lan/1',
      subAddress: '',
      roles: { detect: 'auto', record: 'auto', live: 'auto' },
      username: 'admin',
      transport: 'tcp',
      enabled: true,
      zones: [],
      lines: [],
      sensitivity: { day: null, night: null },
      recording: { mode: 'events', preRollSeconds: 5, postRollSeconds: 5 },
      hasPassword: true,
    });
    expect(again().cameras[0]?.password).toBe('secret');
    expect(again().demo).toBe(false);
    expect(JSON.stringify(settings.shown())).not.toContain('secret');
    expect(told).toEqual([false]);
  });

  it('take what was drawn on a picture, and leave all else of the camera as it is', () => {
    const { settings, again } = house();
    settings.saveCamera(camera({ password: 'secret', area: 'Garden' }));
    const before = settings.get().cameras[0];
    const cameraId = CameraId.parse('front_door');
    const polygon = [
      { x: 0, y: 0 },
      { x: 0.5, y: 0 },
      { x: 0, y: 0.5 },
    ];
    const zones = [
      { name: 'Street', kind: 'ignore' as const, polygon, sensitivity: null, minimumTimeMs: 0, dwellMs: 0 },
    ];
    const sensitivity = { day: 0.4, night: null };
    const shown = settings.saveZones({ cameraId, zones, lines: [], sensitivity });
    expect(shown).toMatchObject({ id: 'front_door', zones, sensitivity, hasPassword: true });
    expect(again().cameras).toEqual([{ ...before, zones, sensitivity }]);
    const gone = { cameraId: CameraId.parse('gone'), zones, lines: [], sensitivity };
    expect(() => settings.saveZones(gone)).toThrow('This camera is not there any more.');
  });

  it('keep the stored password of a camera when none is given, and replace it by a new one', () => {
    const { settings, again } = house();
    settings.saveCamera(camera({ password: 'old' }));
    settings.saveCamera(camera({ id: 'front_door', name: 'Door', password: '' }));
    expect(again().cameras).toMatchObject([{ id: 'front_door', name: 'Door', password: 'old' }]);
    expect(settings.completed(camera({ id: 'front_door' })).password).toBe('old');
    settings.saveCamera(camera({ id: 'front_door', password: 'new' }));
    expect(again().cameras).toMatchObject([{ password: 'new' }]);
  });

  it('send a stored password to no other host or port', () => {
    const { settings, again } = house();
    settings.saveCamera(camera({ password: 'old' }));
    const at = (address: string) => settings.completed(camera({ id: 'front_door', address })).password;
    expect(
      ['rtsp://CAM.lan/2', 'rtsp://cam.lan:5540/1', 'rtsp://else.lan/1', '/clips/a.mp4', 'http://['].map(at),
    ).toEqual(['old', '', '', '', '']);
    settings.update({ mqtt: MqttSettings.parse({ url: 'mqtt://a.lan:1883', password: 'broker' }) });
    settings.update({ mqtt: MqttSettings.parse({ url: 'mqtt://b.lan:1883' }) });
    expect(again().mqtt.password).toBe('');
  });

  it('take the second stream of a camera from a file, without its password', () => {
    const { settings, again } = house();
    const text = `cameras:
  - name: Door
    address: rtsp://cam.lan/1
    subAddress: rtsp://anna:s3cret@cam.lan/2
    roles: { record: sub }
`;
    settings.import(readSettings({ name: 'house.yaml', text }));
    expect(again().cameras).toMatchObject([
      {
        address: 'rtsp://cam.lan/1',
        subAddress: 'rtsp://cam.lan/2',
        roles: { detect: 'auto', record: 'sub', live: 'auto' },
        username: 'anna',
        password: 's3cret',
      },
    ]);
    const at = (subAddress: string) =>
      settings.completed({ ...camera({ id: 'door', address: 'rtsp://cam.lan/1' }), subAddress }).password;
    expect([at('rtsp://cam.lan/9'), at('rtsp://evil.lan/2')]).toEqual(['s3cret', '']);
  });

  it('move user and password out of the address of the broker', () => {
    const { settings, again } = house();
    settings.update({ mqtt: MqttSettings.parse({ url: 'mqtts://lares:secret@a.lan:8883' }) });
    expect(again().mqtt).toMatchObject({ url: 'mqtts://a.lan:8883', username: 'lares', password: 'secret' });
    expect(JSON.stringify(settings.shown())).not.toContain('secret');
  });

  it('give each camera an id of its own', () => {
    const { settings } = house();
    for (const name of ['Küche', 'Kuche', '門', '--']) settings.saveCamera(camera({ name }));
    expect(settings.get().cameras.map(({ id }) => id)).toEqual(['kuche', 'kuche_2', 'camera', 'camera_2']);
    expect(freeId('a'.repeat(60), [])).toHaveLength(50);
  });

  it('remove a camera, and say when it is gone already', () => {
    const { settings } = house();
    settings.saveCamera(camera({}));
    settings.removeCamera(CameraId.parse('front_door'));
    expect(settings.get().cameras).toEqual([]);
    expect(() => {
      settings.removeCamera(CameraId.parse('front_door'));
    }).toThrow('This camera is not there any more.');
  });

  it('take at most 32 cameras', () => {
    const { settings } = house();
    for (let count = 0; count < 32; count += 1) settings.saveCamera(camera({}));
    expect(() => settings.saveCamera(camera({}))).toThrow('Lares watches at most 32 cameras.');
    settings.saveCamera(camera({ id: 'front_door', name: 'Changed' }));
    expect(settings.get().cameras).toHaveLength(32);
  });

  it('keep the stored password of the broker', () => {
    const { settings, again } = house();
    settings.update({ mqtt: MqttSettings.parse({ enabled: true, username: 'lares', password: 'broker' }) });
    settings.update({ mqtt: MqttSettings.parse({ enabled: false }) });
    expect(again().mqtt).toMatchObject({ enabled: false, password: 'broker' });
    expect(settings.shown().mqtt).toMatchObject({ hasPassword: true });
  });

  it('remember whether the house is guarded', () => {
    const { settings, again } = house();
    settings.arm(true);
    expect(again().armed).toBe(true);
  });

  it('take over a file, and leave what it does not speak of', () => {
    const { settings, again } = house();
    settings.saveCamera(camera({ password: 'old' }));
    settings.arm(true);
    const text =
      'cameras:\n  - { name: Front door, address: rtsp://cam.lan/2 }\n  - { name: Yard, address: rtsp://c.lan }\n';
    settings.import(readSettings({ name: 'a', text }));
    expect(again()).toMatchObject({
      demo: false,
      armed: true,
      cameras: [
        { id: 'front_door', address: 'rtsp://cam.lan/2', password: 'old' },
        { id: 'yard', address: 'rtsp://c.lan', password: '' },
      ],
    });
    settings.import(readSettings({ name: 'a', text: 'demo: true' }));
    expect(again()).toMatchObject({ demo: true, cameras: [{ id: 'front_door' }, { id: 'yard' }] });
  });

  it('refuse a file in which two cameras have one id, and stay as they are', () => {
    const { settings, again } = house();
    const text =
      'cameras:\n  - { id: a, name: A, address: rtsp://b.lan }\n  - { id: a, name: B, address: rtsp://c.lan }\n';
    expect(() => {
      settings.import(readSettings({ name: 'a', text }));
    }).toThrow('Two cameras of the settings file have the same id.');
    expect(again()).toEqual(Settings.parse({}));
  });
});
