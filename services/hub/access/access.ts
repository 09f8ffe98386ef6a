import {
  type AccessView,
  byPassphrase,
  type Member,
  type MemberId,
  Permission,
  permissionsOf,
  PinNeeded,
  riskyPermissions,
  type Role,
  type SaveMember,
  seesCamera,
  type SignIn,
  type SignInAnswer,
  turnsDomain,
} from '../../contract/access.ts';
import type { AuditWho } from '../../contract/audit.ts';
import type { Domain } from '../../contract/entity.ts';
import type { NetworkState } from '../../contract/network.ts';
import { Trouble } from '../../contract/trouble.ts';
import { isSecret } from '../../store/access/secret-hash.ts';
import { proveSecret } from '../../store/data-key.ts';
import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit.ts';
import type { Caller } from './caller.ts';
import { Members } from './members.ts';
import { NetworkSessions } from './network-sessions.ts';
import { PinGate } from './pin-gate.ts';
import type { Session } from './session.ts';
import { Tickets } from './tickets.ts';

export interface AccessParts {
  readonly store: Pick<Store, 'members' | 'waits' | 'sessions'>;
  readonly audit: Audit;
  readonly configDirectory: string;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

export interface LogIn {
  readonly name: string;
  readonly password: string;
  readonly device: string;
  readonly address: string;
}

export type LogInAnswer = SignInAnswer | { readonly kind: 'in'; readonly cookie: string };

/** What somebody is here. `isProven`: by a PIN, so that risky deeds are theirs too. */
interface Grant {
  readonly role: Role;
  readonly isProven: boolean;
}

const everything: readonly Grant[] = [{ role: 'owner', isProven: true }];

/** Who may do what: everybody everything until an owner has a PIN; then what the kiosk is to all, and what a PIN adds. */
export class Access {
  readonly members: Members;
  readonly tickets = new Tickets();
  /** Who is logged in over the network. */
  readonly network: NetworkSessions;
  /** As the server of the network tells it. */
  networkState: NetworkState = { kind: 'off' };
  readonly #gate: PinGate;
  readonly #audit: Audit;
  readonly #configDirectory: string;

  constructor({ store, audit, configDirectory, now = Date.now }: AccessParts) {
    this.members = new Members(store.members, now);
    this.#gate = new PinGate(store.waits, now);
    this.#audit = audit;
    this.#configDirectory = configDirectory;
    this.network = new NetworkSessions(store.sessions, now);
    this.members.changed.listen(() => {
      this.network.endAll(({ memberId }) => (this.members.find(memberId)?.password ?? null) === null);
    });
  }

  get isGuarded(): boolean {
    return this.members.staying().length > 0;
  }

  may(caller: Caller, permission: Permission): boolean {
    const { guest } = this.members.settings;
    const isRisky = riskyPermissions.includes(permission);
    return this.#grants(caller).some(
      ({ role, isProven }) =>
        (isProven || !isRisky) && permissionsOf(role, guest).some((one) => one === permission),
    );
  }

  /** Throws `PinNeeded`. */
  need(caller: Caller, permission: Permission): void {
    if (!this.may(caller, permission)) throw new PinNeeded(permission);
  }

  seesCamera(caller: Caller, cameraId: string): boolean {
    const { guest } = this.members.settings;
    return this.#grants(caller).some(({ role }) => seesCamera(role, guest, cameraId));
  }

  turns(caller: Caller, domain: Domain): boolean {
    return this.#grants(caller).some(({ role }) => turnsDomain(role, domain));
  }

  /** Whether somebody lives here, and may know how the house is set up. */
  isAtHome(caller: Caller): boolean {
    return this.#grants(caller).some(({ role }) => role === 'owner' || role === 'resident');
  }

  whoOf(caller: Caller): AuditWho {
    if (caller.kind === 'command line') return caller.kind;
    const { session } = caller;
    const somebody = this.#signedIn(session) ?? this.members.find(session.login);
    if (somebody === null) return 'kiosk';
    return `${session.login === null ? 'kiosk' : 'network'} ${somebody.role} ${somebody.id}`;
  }

  view(caller: Caller): AccessView {
    const signedIn = caller.kind === 'page' ? this.#signedIn(caller.session) : null;
    return {
      isGuarded: this.isGuarded,
      isAfar: caller.kind === 'page' && caller.session.login !== null,
      signedIn: signedIn === null ? null : { name: signedIn.name, role: signedIn.role },
      may: Permission.options.filter((permission) => this.may(caller, permission)),
      members: this.members.staying().map(({ id, name, role }) => ({ id, name, role })),
    };
  }

  /** Calls when what the caller may do has changed; returns what ends that. */
  watch(caller: Caller, changed: () => void): () => void {
    const ends = [this.members.changed.listen(changed)];
    if (caller.kind === 'page') ends.push(caller.session.changed.listen(changed));
    return () => {
      for (const end of ends) end();
    };
  }

  /** Whoever has just chosen the first PIN need not type it once more. Throws as `Members.save` does. */
  async save(caller: Caller, wish: SaveMember): Promise<Member> {
    const isFirst = !this.isGuarded;
    const member = await this.members.save(wish);
    // Whoever knew the old password is out.
    if (wish.password !== undefined) this.network.endAll(({ memberId }) => memberId === member.id);
    if (isFirst && caller.kind === 'page' && caller.session.id !== '') this.#open(caller.session, member.id);
    return member;
  }

  async signIn(session: Session, { memberId, pin }: SignIn): Promise<SignInAnswer> {
    if (session.id === '') throw onlyOnPages();
    const answer = await this.#gate.attempt([`member ${memberId}`, `page ${session.id}`], async () => {
      const isRight = await isSecret(pin, this.members.find(memberId)?.pin ?? null);
      if (!isRight) this.#audit.note({ who: 'kiosk', deed: 'wrong_pin', about: memberId });
      return isRight;
    });
    if (answer.kind === 'open') this.#open(session, memberId);
    return answer;
  }

  /** Logs a browser in over the network: the cookie that it is known by, or why not. `address`: where it is. */
  async logIn({ name, password, device, address }: LogIn): Promise<LogInAnswer> {
    const wanted = nameKey(name);
    const found = this.members.staying().find((one) => nameKey(one.name) === wanted && one.password !== null);
    const answer = await this.#gate.attempt([`login ${wanted}`, `from ${address}`], async () => {
      const isRight = await isSecret(password, found?.password ?? null);
      if (!isRight) this.#audit.note({ who: 'network', deed: 'wrong_pin', about: found?.id ?? '' });
      return isRight;
    });
    if (answer.kind !== 'open' || found === undefined) return answer;
    this.#audit.note({ who: `network ${found.role} ${found.id}`, deed: 'signed_in', about: found.id });
    return { kind: 'in', cookie: this.network.begin(found.id, device) };
  }

  /** Opens the owner's role by the house's passphrase or recovery code. Throws Trouble `wrong_passphrase`, `refused`. */
  async recover(session: Session, secret: string): Promise<void> {
    if (session.id === '') throw onlyOnPages();
    await proveSecret(this.#configDirectory, secret);
    this.#open(session, byPassphrase);
  }

  /** Somebody is there. */
  touch(caller: Caller): void {
    if (caller.kind === 'page') caller.session.touch(this.#idleMs);
  }

  #open(session: Session, id: MemberId): void {
    session.open(id, this.#idleMs);
    this.#audit.note({ who: this.whoOf({ kind: 'page', session }), deed: 'signed_in', about: id });
  }

  get #idleMs(): number {
    return this.members.settings.idleMinutes * 60_000;
  }

  #grants(caller: Caller): readonly Grant[] {
    if (caller.kind === 'command line') return everything;
    const { login } = caller.session;
    if (login === null && !this.isGuarded) return everything;
    const signedIn = this.#signedIn(caller.session);
    // Who logged in from afar has their own role there, without the risky deeds.
    const role = login === null ? this.members.settings.base : this.members.find(login)?.role;
    return [
      ...(role === undefined ? [] : [{ role, isProven: false }]),
      ...(signedIn === null ? [] : [{ role: signedIn.role, isProven: true }]),
    ];
  }

  /** A member who is removed meanwhile is nobody any more. */
  #signedIn({ member }: Session): { id: string; name: string | null; role: Role } | null {
    if (member === byPassphrase) return { id: byPassphrase, name: null, role: 'owner' };
    return this.members.find(member);
  }
}

/** As people type their own names. */
function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function onlyOnPages(): Trouble {
  return new Trouble('refused', {
    what: 'A PIN is given on the page of Lares only.',
    advice: 'Open the page, and allow it its cookie.',
  });
}
