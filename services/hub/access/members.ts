import { randomBytes } from 'node:crypto';
import { type AccessSettings, type Member, MemberId, type SaveMember } from '../../contract/access.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { KeptMember } from '../../store/access/members.ts';
import { hashSecret } from '../../store/access/secret-hash.ts';
import type { Store } from '../../store/store.ts';
import { Signal } from '../signal.ts';

const mostMembers = 50;
/** As long as an erasure can be taken back. */
const graceMs = 10_000;

/** Who has a PIN. Where there are any, one of them is an owner. */
export class Members {
  readonly changed = new Signal<undefined>();
  readonly #table: Store['members'];
  readonly #now: () => number;
  #members: readonly KeptMember[];
  #settings: AccessSettings;

  /** `now`: milliseconds since 1970. */
  constructor(table: Store['members'], now: () => number) {
    this.#table = table;
    this.#now = now;
    for (const { id, leavesAtMs } of table.list()) if (leavesAtMs !== null) table.remove(id);
    this.#members = table.list();
    this.#settings = table.settings();
  }

  get settings(): AccessSettings {
    return this.#settings;
  }

  /** Also who is about to be forgotten. */
  list(): readonly Member[] {
    this.#forgetLeft();
    return this.#members.map(shown);
  }

  /** Who can give a PIN. */
  staying(): readonly KeptMember[] {
    return this.#members.filter(({ leavesAtMs }) => leavesAtMs === null);
  }

  find(id: MemberId | null): KeptMember | null {
    return this.staying().find((member) => member.id === id) ?? null;
  }

  configure(settings: AccessSettings): void {
    this.#table.putSettings(settings);
    this.#settings = settings;
    this.changed.send(undefined);
  }

  /** Throws Trouble `bad_input` where no owner would be left, `not_found`. */
  async save({ memberId, pin, password, ...member }: SaveMember): Promise<Member> {
    const known = memberId === undefined ? null : this.#known(memberId);
    if (known === null && pin === undefined) throw noPin();
    if (known === null && this.#members.length >= mostMembers) throw tooMany();
    const hash = pin === undefined ? null : await hashSecret(pin);
    const passwordHash = typeof password === 'string' ? await hashSecret(password) : null;
    // Somebody may have changed or removed them while that was computed.
    const old = memberId === undefined ? null : this.#known(memberId);
    this.#keepOwner(memberId ?? null, member.role);
    const id = old?.id ?? MemberId.parse(randomBytes(6).toString('hex'));
    const pinHash = hash ?? old?.pin;
    if (pinHash === undefined) throw noPin();
    const kept = password === undefined ? (old?.password ?? null) : passwordHash;
    return this.#put({ ...member, id, pin: pinHash, password: kept, leavesAtMs: null });
  }

  /** They can be taken back for ten seconds. Throws Trouble `bad_input` of the last owner beside others, `not_found`. */
  remove(id: MemberId): Member {
    const member = this.#known(id);
    this.#keepOwner(id, null);
    return this.#put({ ...member, leavesAtMs: this.#now() + graceMs });
  }

  /** Takes `remove` back. Throws Trouble `not_found` when it is too late. */
  keep(id: MemberId): Member {
    this.#forgetLeft();
    const member = this.#members.find((one) => one.id === id);
    if (member === undefined) throw gone();
    return this.#put({ ...member, leavesAtMs: null });
  }

  #known(id: MemberId): KeptMember {
    const member = this.find(id);
    if (member === null) throw gone();
    return member;
  }

  #put(member: KeptMember): Member {
    this.#table.put(member);
    this.#members = this.#table.list();
    this.changed.send(undefined);
    return shown(member);
  }

  /** Without an owner nobody could change anything any more. Who is alone may go: then the house asks for no PIN, as before. */
  #keepOwner(id: MemberId | null, role: Member['role'] | null): void {
    const others = this.staying().filter((member) => member.id !== id);
    const hasOwner = role === 'owner' || others.some((member) => member.role === 'owner');
    if (!hasOwner && (role !== null || others.length > 0)) throw noOwner();
  }

  #forgetLeft(): void {
    const nowMs = this.#now();
    const left = this.#members.filter(({ leavesAtMs }) => leavesAtMs !== null && leavesAtMs <= nowMs);
    for (const { id } of left) this.#table.remove(id);
    if (left.length > 0) this.#members = this.#table.list();
  }
}

function shown({ pin: _, password, ...member }: KeptMember): Member {
  return { ...member, hasPassword: password !== null };
}

function noPin(): Trouble {
  return new Trouble('bad_input', { what: 'A PIN is missing.', advice: 'Choose one of 4 to 12 digits.' });
}

function noOwner(): Trouble {
  return new Trouble('bad_input', {
    what: 'An owner is missing: nobody could change the PINs any more.',
    advice: 'Give an owner a PIN first.',
  });
}

function tooMany(): Trouble {
  return new Trouble('bad_input', {
    what: `Lares keeps at most ${mostMembers} PINs.`,
    advice: 'Remove somebody first.',
  });
}

function gone(): Trouble {
  return new Trouble('not_found', {
    what: 'This person has no PIN any more.',
    advice: 'Look at the list of people with a PIN.',
  });
}
