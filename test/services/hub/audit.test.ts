import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CameraInput } from '../../../services/contract/api.ts';
import type { Entity } from '../../../services/contract/entity.ts';
import { EntityId, EventId } from '../../../services/contract/identifiers.ts';
import { Trouble } from '../../../services/contract/trouble.ts';
import { Audit, type AuditedDevices } from '../../../services/hub/audit.ts';
import { WrongPassphrases } from '../../../services/hub/wrong-passphrases.ts';
import { openStore } from '../../../services/store/store.ts';
import { startHouse } from '../../fixtures/house.ts';
import { lares } from '../../fixtures/lares.ts';
import { scratchFolder } from '../store/scratch.ts';

const patient = { timeout: 15_000, interval: 50 };

function auditAt() {
  const store = openStore({ dataDirectory: scratchFolder(), key: new Uint8Array(32), now: () => 7 });
  onTestFinished(() => {
    store.close();
  });
  let nowMs = 0;
  const errors: string[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (text: string) => errors.push(text) };
  const audit = new Audit({ table: store.audit, log, now: () => nowMs });
  const lines = () => audit.newest(99).map(({ who, deed, about }) => `${who} ${deed} ${about}`.trim());
  return { store, audit, lines, errors, at: (ms: number) => (nowMs = ms) };
}

function thing(id: string, changes: Partial<Entity>): Entity {
  return {
    ...{ entityId: EntityId.parse(id), domain: 'lock', deviceClass: '', name: id, aliases: [], area: '' },
    ...{ state: 'on', attributes: {}, via: 'virtual' },
    ...changes,
  };
}

describe('the audit of a house', () => {
  it('has one line for one look at a clip, however often a player asks', () => {
    const { audit, lines, at } = auditAt();
    for (const ms of [0, 1000, 400_000, 900_000]) {
      at(ms);
      audit.viewed('kiosk', 'clip-1');
    }
    audit.viewed('command line', 'clip-1');
    audit.viewed('kiosk', 'clip-2');
    at(9_000_000);
    audit.viewed('kiosk', 'clip-1');
    expect(lines()).toEqual([
      'kiosk viewed clip-1',
      'kiosk viewed clip-2',
      'command line viewed clip-1',
      'kiosk viewed clip-1',
    ]);
  });

  it('notes what lets somebody in, and only what was obeyed', async () => {
    const { audit, lines } = auditAt();
    const things = [
      thing('lock.door', {}),
      thing('cover.garage', { domain: 'cover', deviceClass: 'garage' }),
      thing('cover.blind', { domain: 'cover', deviceClass: 'blind' }),
      thing('switch.gate', { domain: 'switch', name: 'Gate' }),
      thing('light.hall', { domain: 'light' }),
      thing('lock.broken', {}),
    ];
    const home: AuditedDevices = {
      list: () => things,
      call: (id) =>
        id === 'lock.broken'
          ? Promise.reject(new Trouble('unreachable', { what: 'It is away.', advice: '' }))
          : Promise.resolve(),
    };
    const devices = audit.watching(home, 'voice');
    const id = (name: string) => EntityId.parse(name);
    await devices.call(id('lock.door'), { service: 'lock' });
    await devices.call(id('lock.door'), { service: 'unlock' });
    await devices.call(id('cover.garage'), { service: 'close_cover' });
    await devices.call(id('cover.garage'), { service: 'set_position', position: 20 });
    await devices.call(id('cover.blind'), { service: 'open_cover' });
    await devices.call(id('switch.gate'), { service: 'turn_on' });
    await devices.call(id('light.hall'), { service: 'turn_on' });
    await expect(devices.call(id('lock.broken'), { service: 'unlock' })).rejects.toThrow('It is away.');
    expect(lines()).toEqual([
      'voice unlocked switch.gate',
      'voice unlocked cover.garage',
      'voice unlocked lock.door',
    ]);
  });

  it('that can’t be kept holds nothing up, and is told in the log', () => {
    const { store, audit, errors } = auditAt();
    store.close();
    audit.note({ who: 'kiosk', deed: 'exported' });
    expect(errors).toEqual([expect.stringContaining('The audit could not be kept (exported)')]);
  });

  it('remembers wrong passphrases until they can be noted', async () => {
    let nowMs = 5;
    const wrong = new WrongPassphrases(() => nowMs);
    const refused = () => Promise.reject(new Trouble('wrong_passphrase', { what: 'Wrong.', advice: '' }));
    await expect(wrong.watch(refused())).rejects.toThrow('Wrong.');
    nowMs = 9;
    await expect(wrong.watch(refused())).rejects.toThrow('Wrong.');
    await expect(wrong.watch(Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    await wrong.watch(Promise.resolve());
    expect([wrong.take(), wrong.take()]).toEqual([[5, 9], []]);
  });

  it('has a line for what the page and the command line do, found again by who can read it', async () => {
    const { api, address, folder } = await startHouse();
    const settings = await api.settings.get.query();
    await api.settings.update.mutate({ kiosk: { theme: 'night' }, vision: settings.vision });
    await api.house.arm.mutate({ armed: true });
    await api.cameras.save.mutate(
      CameraInput.parse({ name: 'Front door', address: 'rtsp://127.0.0.1:9/live' }),
    );
    const eventId = EventId.parse('visit-front_door');
    await vi.waitFor(async () => {
      expect(await api.events.get.query({ eventId })).toMatchObject({ hasSnapshot: true, hasFace: true });
    }, patient);
    const consent = { givenBy: 'Ada', recordedBy: 'Ada' };
    const person = await api.people.enrolEvent.mutate({ eventId, name: 'Ada', consent });
    expect((await api.events.search.query({ text: 'ada front door' })).results).toMatchObject([
      { kind: 'event', event: { id: eventId } },
    ]);
    expect(await api.events.counts.query({ fromMs: 0, toMs: Date.now() + 1 })).toMatchObject([
      { label: 'person', events: 1 },
    ]);
    await (await fetch(`${address}people/${person.id}.zip`)).arrayBuffer();
    const port = { LARES_PORT: new URL(address).port };
    expect((await lares(folder, ['search', 'ada', 'front', 'door'], port)).out).toMatch(
      / {2}Front door: Ada\b/,
    );
    expect((await lares(folder, ['people', 'erase', 'Ada'], port)).code).toBe(0);
    const entries = await api.audit.newest.query({ limit: 50 });
    expect(entries.map(({ who, deed, about, person: to }) => [who, deed, about, to])).toEqual([
      ['command line', 'erased', '', 'Ada'],
      ['kiosk', 'exported', '', 'Ada'],
      ['kiosk', 'enrolled', '', 'Ada'],
      ['kiosk', 'changed_settings', 'camera front_door', null],
      ['kiosk', 'armed', '', null],
      ['kiosk', 'changed_settings', 'kiosk', null],
      ['kiosk', 'changed_settings', 'vision', null],
      ['lares', 'started', '', null],
    ]);
    const listed = await lares(folder, ['audit', 'list', '--limit', '2'], port);
    expect(listed.out).toMatch(
      /^ +when +who +did +to\n7 .* kiosk +exported +Ada\n8 .* command line +erased +Ada\n$/,
    );
    expect(await lares(folder, ['audit', 'verify'], port)).toEqual({
      code: 0,
      out: 'The audit is as it was written: 8 entries, none changed and none missing.\n',
      err: '',
    });
  });
});
