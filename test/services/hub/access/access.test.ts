import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  AccessSettings,
  MemberId,
  Permission,
  type Role,
  SaveMember,
} from '../../../../services/contract/access.ts';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import { Access } from '../../../../services/hub/access/access.ts';
import { Session } from '../../../../services/hub/access/session.ts';
import { Audit } from '../../../../services/hub/audit.ts';
import { openStore } from '../../../../services/store/store.ts';
import { silentLog } from '../../../fixtures/silent-log.ts';
import { scratchFolder } from '../../store/scratch.ts';

const key = new Uint8Array(randomBytes(32));

/** A house's access on a clock of its own. */
function accessAt(folder = scratchFolder()) {
  let nowMs = 1_000_000_000;
  const store = openStore({ dataDirectory: folder, key, now: () => nowMs });
  let isOpen = true;
  const close = () => {
    if (isOpen) store.close();
    isOpen = false;
  };
  onTestFinished(close);
  const audit = new Audit({ table: store.audit, log: silentLog });
  const access = new Access({ store, audit, configDirectory: folder, now: () => nowMs });
  const later = (ms: number) => {
    nowMs += ms;
  };
  const deeds = () => audit.newest(50).map(({ who, deed }) => `${who}: ${deed}`);
  return { folder, access, later, close, deeds };
}

function page(id = 'a') {
  const session = new Session(id);
  onTestFinished(() => {
    session.close();
  });
  return { kind: 'page', session } as const;
}

const member = (name: string, role: Role, pin = '1234') => SaveMember.parse({ name, role, pin });

describe('access', () => {
  it('lets everybody do everything until an owner has a PIN, then asks for it', async () => {
    const { access } = accessAt();
    const somebody = page();
    expect(access.view(somebody)).toEqual({
      isGuarded: false,
      isAfar: false,
      signedIn: null,
      may: Permission.options,
      members: [],
    });
    await expect(access.members.save(member('Tim', 'child'))).rejects.toThrow('An owner is missing');
    const anna = await access.members.save(member('Anna', 'owner'));
    expect(anna).toEqual({
      id: anna.id,
      name: 'Anna',
      role: 'owner',
      personId: null,
      hasPassword: false,
      leavesAtMs: null,
    });
    expect(access.view(somebody)).toEqual({
      isGuarded: true,
      isAfar: false,
      signedIn: null,
      may: ['view_live', 'view_recordings', 'view_people', 'control_devices', 'arm', 'enrol'],
      members: [{ id: anna.id, name: 'Anna', role: 'owner' }],
    });
    expect(access.may({ kind: 'command line' }, 'manage_access')).toBe(true);
  });

  it('knows what each role may, with a PIN and without', async () => {
    const { access } = accessAt();
    await access.members.save(member('Anna', 'owner'));
    const all = {
      owner: Permission.options,
      resident: Permission.options.slice(0, 9),
      guest: ['view_live', 'control_devices', 'unlock_entrance'],
      child: ['view_live', 'control_devices'],
    };
    for (const role of ['owner', 'resident', 'guest', 'child'] as const) {
      const { id } = await access.members.save(member(role, role));
      const one = page(role);
      access.members.configure(
        AccessSettings.parse({
          base: 'child',
          guest: { may: ['view_live', 'control_devices', 'unlock_entrance'] },
        }),
      );
      expect(await access.signIn(one.session, { memberId: id, pin: '1234' })).toEqual({ kind: 'open' });
      expect(access.view(one)).toMatchObject({ signedIn: { name: role, role }, may: all[role] });
      one.session.close();
      expect(access.view(one).may).toEqual(all.child);
    }
  });

  it('shows guests the cameras that the owner allows, and then no recordings', async () => {
    const { access } = accessAt();
    await access.members.save(member('Anna', 'owner'));
    const guest = { cameras: [CameraId.parse('garden')], may: ['view_live', 'view_recordings'] };
    access.members.configure(AccessSettings.parse({ base: 'guest', guest }));
    const somebody = page();
    expect([access.seesCamera(somebody, 'garden'), access.seesCamera(somebody, 'hall')]).toEqual([
      true,
      false,
    ]);
    expect(access.view(somebody).may).toEqual(['view_live']);
    expect(access.turns(somebody, 'lock')).toBe(true);
    access.members.configure(AccessSettings.parse({ base: 'child' }));
    expect([access.turns(somebody, 'lock'), access.turns(somebody, 'light')]).toEqual([false, true]);
  });

  it('makes wait after five wrong PINs, longer each time, also over a restart, and forgets that by a right one', async () => {
    const first = accessAt();
    const anna = await first.access.members.save(member('Anna', 'owner', '4711'));
    const wrong = { memberId: anna.id, pin: '0000' };
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push(await first.access.signIn(page().session, wrong));
    expect(answers).toEqual([
      { kind: 'wrong', left: 4 },
      { kind: 'wrong', left: 3 },
      { kind: 'wrong', left: 2 },
      { kind: 'wrong', left: 1 },
      { kind: 'wait', untilMs: 1_000_030_000 },
      { kind: 'wait', untilMs: 1_000_030_000 },
    ]);
    expect(first.deeds()).toEqual(Array.from({ length: 5 }, () => 'kiosk: wrong_pin'));
    first.close();
    const again = accessAt(first.folder);
    const right = { memberId: anna.id, pin: '4711' };
    const somebody = page('b');
    expect(await again.access.signIn(somebody.session, right)).toEqual({
      kind: 'wait',
      untilMs: 1_000_030_000,
    });
    again.later(30_000);
    expect(await again.access.signIn(somebody.session, wrong)).toEqual({
      kind: 'wait',
      untilMs: 1_000_090_000,
    });
    again.later(60_000);
    expect(await again.access.signIn(somebody.session, right)).toEqual({ kind: 'open' });
    expect(again.deeds()[0]).toBe(`kiosk owner ${anna.id}: signed_in`);
    expect(await again.access.signIn(somebody.session, wrong)).toEqual({ kind: 'wrong', left: 4 });
  });

  it('counts for the page too, so that one who guesses can’t go from member to member', async () => {
    const { access } = accessAt();
    const anna = await access.members.save(member('Anna', 'owner', '4711'));
    const ben = await access.members.save(member('Ben', 'resident', '4712'));
    const { session } = page();
    for (const memberId of [anna.id, ben.id, anna.id, ben.id])
      await access.signIn(session, { memberId, pin: '0000' });
    expect(await access.signIn(session, { memberId: MemberId.parse('nobody'), pin: '0000' })).toMatchObject({
      kind: 'wait',
    });
    expect(await access.signIn(page('b').session, { memberId: ben.id, pin: '4712' })).toEqual({
      kind: 'open',
    });
  });

  it('keeps an owner, and takes a removal back for ten seconds', async () => {
    const { access, later } = accessAt();
    const anna = await access.members.save(member('Anna', 'owner'));
    const ben = await access.members.save(member('Ben', 'resident'));
    expect(() => access.members.remove(anna.id)).toThrow('An owner is missing');
    const asChild = SaveMember.parse({ memberId: anna.id, name: 'Anna', role: 'child' });
    await expect(access.members.save(asChild)).rejects.toThrow('An owner is missing');
    const somebody = page();
    await access.signIn(somebody.session, { memberId: ben.id, pin: '1234' });
    expect(access.members.remove(ben.id).leavesAtMs).toBe(1_000_010_000);
    expect(access.view(somebody)).toMatchObject({ signedIn: null, members: [{ name: 'Anna' }] });
    expect(access.members.keep(ben.id)).toEqual(ben);
    access.members.remove(ben.id);
    later(10_001);
    expect(() => access.members.keep(ben.id)).toThrow('has no PIN any more');
    expect(access.members.list()).toEqual([anna]);
    access.members.remove(anna.id);
    expect(access.isGuarded).toBe(false);
  });

  it('tells who watches that what they may has changed, until they end it', async () => {
    const { access } = accessAt();
    const somebody = page();
    let changes = 0;
    const end = access.watch(somebody, () => {
      changes += 1;
    });
    const anna = await access.members.save(member('Anna', 'owner'));
    await access.signIn(somebody.session, { memberId: anna.id, pin: '1234' });
    somebody.session.close();
    somebody.session.close();
    end();
    access.members.configure(AccessSettings.parse({}));
    expect(changes).toBe(3);
  });

  it('changes a name without the PIN, and the PIN with it', async () => {
    const { access } = accessAt();
    const { id } = await access.members.save(member('Anna', 'owner', '1111'));
    const somebody = page();
    await access.members.save(SaveMember.parse({ memberId: id, name: 'Anne', role: 'owner' }));
    expect(await access.signIn(somebody.session, { memberId: id, pin: '1111' })).toEqual({ kind: 'open' });
    await access.members.save(SaveMember.parse({ memberId: id, name: 'Anne', role: 'owner', pin: '2222' }));
    expect(await access.signIn(somebody.session, { memberId: id, pin: '1111' })).toMatchObject({
      kind: 'wrong',
    });
    expect(await access.signIn(somebody.session, { memberId: id, pin: '2222' })).toEqual({ kind: 'open' });
  });
});
