import { initTRPC } from '@trpc/server';
import {
  AccessSettings,
  type AccessView,
  ByMember,
  type Member,
  MemberId,
  Permission,
  Recover,
  type Role,
  SaveMember,
  SignIn,
  type SignInAnswer,
  TicketFor,
} from '../../services/contract/access.ts';
import { BySession, type NetworkView } from '../../services/contract/network.ts';
import { newsOf } from '../../services/hub/news.ts';
import { Signal } from '../../services/hub/signal.ts';
import type { FixtureHouse } from './fixture-house.ts';

/** Who has a PIN in the canned house; nobody, until a test says so. */
export class FixtureAccess {
  readonly changed = new Signal<object>();
  members: readonly Member[] = [];
  settings: AccessSettings = AccessSettings.parse({});
  network: NetworkView = { state: { kind: 'off' }, sessions: [] };
  signedIn: Member | null = null;
  /** What becomes of the next PIN. */
  answer: SignInAnswer = { kind: 'open' };

  give(...people: readonly (readonly [string, Role])[]): void {
    this.members = people.map(([name, role], number) => ({
      ...{
        id: MemberId.parse(`member-${number}`),
        name,
        role,
        personId: null,
        hasPassword: false,
        leavesAtMs: null,
      },
    }));
    this.touch();
  }

  touch(): void {
    this.changed.send({});
  }

  view(): AccessView {
    const { signedIn } = this;
    return {
      isGuarded: this.members.length > 0,
      isAfar: false,
      signedIn: signedIn === null ? null : { name: signedIn.name, role: signedIn.role },
      may: Permission.options,
      members: this.members,
    };
  }
}

const t = initTRPC.context<{ readonly house: FixtureHouse }>().create();

export const fixtureAccess = t.router({
  now: t.procedure.query(({ ctx }) => ctx.house.access.view()),
  watch: t.procedure.subscription(async function* ({ ctx, signal }) {
    const { access } = ctx.house;
    for await (const _ of newsOf(access.changed, { signal, keep: 1, first: () => ({}) })) yield access.view();
  }),
  signIn: t.procedure.input(SignIn).mutation(({ ctx, input }) => {
    const { access } = ctx.house;
    if (access.answer.kind !== 'open') return access.answer;
    access.signedIn = access.members.find(({ id }) => id === input.memberId) ?? null;
    access.touch();
    return access.answer;
  }),
  recover: t.procedure.input(Recover).mutation(() => undefined),
  lock: t.procedure.mutation(({ ctx }) => {
    ctx.house.access.signedIn = null;
    ctx.house.access.touch();
  }),
  stay: t.procedure.mutation(() => undefined),
  ticket: t.procedure.input(TicketFor).mutation(() => ({ ticket: 'ticket' })),
  leave: t.procedure.mutation(() => undefined),
  network: t.procedure.query(({ ctx }) => ctx.house.access.network),
  revoke: t.procedure.input(BySession).mutation(({ ctx, input }) => {
    const { access } = ctx.house;
    const sessions = access.network.sessions.filter(({ id }) => id !== input.sessionId);
    access.network = { ...access.network, sessions };
  }),
  revokeAll: t.procedure.mutation(({ ctx }) => {
    ctx.house.access.network = { ...ctx.house.access.network, sessions: [] };
  }),
  logOut: t.procedure.mutation(() => undefined),
  members: t.procedure.query(({ ctx }) => ctx.house.access.members),
  settings: t.procedure.query(({ ctx }) => ctx.house.access.settings),
  configure: t.procedure.input(AccessSettings).mutation(({ ctx, input }) => {
    ctx.house.access.settings = input;
  }),
  save: t.procedure
    .input(SaveMember)
    .mutation(({ ctx, input: { memberId, pin: _, password, ...member } }) => {
      const { access } = ctx.house;
      const id = memberId ?? MemberId.parse(`member-${access.members.length}`);
      const saved = { ...member, id, hasPassword: typeof password === 'string', leavesAtMs: null };
      const others = access.members.filter((each) => each.id !== id);
      access.members = [...others, saved];
      access.touch();
      return saved;
    }),
  remove: t.procedure.input(ByMember).mutation(({ ctx, input }) => {
    const { access } = ctx.house;
    const leavesAtMs = Date.now() + 10_000;
    access.members = access.members.map((each) =>
      each.id === input.memberId ? { ...each, leavesAtMs } : each,
    );
  }),
  keep: t.procedure.input(ByMember).mutation(({ ctx, input }) => {
    const { access } = ctx.house;
    access.members = access.members.map((each) =>
      each.id === input.memberId ? { ...each, leavesAtMs: null } : each,
    );
  }),
});
