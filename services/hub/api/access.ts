import { AccessSettings, ByMember, Recover, SaveMember, SignIn, TicketFor } from '../../contract/access.ts';
import { BySession, type NetworkView } from '../../contract/network.ts';
import type { Session } from '../access/session.ts';
import type { Caller } from '../access/caller.ts';
import { Trouble } from '../../contract/trouble.ts';
import { newsOf } from '../news.ts';
import { Signal } from '../signal.ts';
import { needs, router } from './procedure.ts';

export const access = router({
  now: needs('nothing').query(({ ctx }) => ctx.house.access.view(ctx.caller)),
  watch: needs('nothing').subscription(async function* ({ ctx, signal }) {
    const { access } = ctx.house;
    const changed = new Signal<object>();
    const end = access.watch(ctx.caller, () => {
      changed.send({});
    });
    try {
      for await (const _ of newsOf(changed, { signal, keep: 1, first: () => ({}) }))
        yield access.view(ctx.caller);
    } finally {
      end();
    }
  }),
  signIn: needs('nothing')
    .input(SignIn)
    .mutation(({ ctx, input }) => ctx.house.access.signIn(pageOf(ctx.caller), input)),
  recover: needs('nothing')
    .input(Recover)
    .mutation(({ ctx, input }) => ctx.house.access.recover(pageOf(ctx.caller), input.secret)),
  lock: needs('nothing').mutation(({ ctx }) => {
    if (ctx.caller.kind === 'page') ctx.caller.session.close();
  }),
  // Every mutation says that somebody is there; this one says nothing else.
  stay: needs('nothing').mutation(() => undefined),
  ticket: needs('export')
    .input(TicketFor)
    .mutation(({ ctx, input }) => ({ ticket: ctx.house.access.tickets.issue(input.path, ctx.who) })),
  leave: needs('leave_kiosk').mutation(() => undefined),
  members: needs('manage_access').query(({ ctx }) => ctx.house.access.members.list()),
  settings: needs('manage_access').query(({ ctx }) => ctx.house.access.members.settings),
  configure: needs('manage_access')
    .input(AccessSettings)
    .mutation(({ ctx, input }) => {
      ctx.house.access.members.configure(input);
      ctx.note('changed_settings', { about: 'access' });
    }),
  network: needs('manage_access').query(({ ctx }) => {
    const { network, networkState } = ctx.house.access;
    return { state: networkState, sessions: network.list() } satisfies NetworkView;
  }),
  revoke: needs('manage_access')
    .input(BySession)
    .mutation(({ ctx, input }) => {
      ctx.house.access.network.end(input.sessionId);
      ctx.note('changed_settings', { about: 'sessions' });
    }),
  revokeAll: needs('manage_access').mutation(({ ctx }) => {
    ctx.house.access.network.endAll();
    ctx.note('changed_settings', { about: 'sessions' });
  }),
  logOut: needs('nothing').mutation(({ ctx }) => {
    if (ctx.caller.kind === 'page' && ctx.caller.session.login !== null)
      ctx.house.access.network.end(ctx.caller.session.id);
  }),
  save: needs('manage_access')
    .input(SaveMember)
    .mutation(async ({ ctx, input }) => {
      const member = await ctx.house.access.save(ctx.caller, input);
      ctx.note('changed_settings', { about: `member ${member.id}` });
      return member;
    }),
  remove: needs('manage_access')
    .input(ByMember)
    .mutation(({ ctx, input }) => {
      const member = ctx.house.access.members.remove(input.memberId);
      ctx.note('changed_settings', { about: `member ${member.id}` });
      return member;
    }),
  keep: needs('manage_access')
    .input(ByMember)
    .mutation(({ ctx, input }) => ctx.house.access.members.keep(input.memberId)),
});

function pageOf(caller: Caller): Session {
  if (caller.kind === 'page') return caller.session;
  throw new Trouble('refused', {
    what: 'The command line needs no PIN.',
    advice: 'It belongs to who may read the files of Lares.',
  });
}
