import { setTimeout as sleep } from 'node:timers/promises';
import { initTRPC } from '@trpc/server';
import { MakeRecoveryCode, ProveKey, SetPassphrase } from '../../services/contract/key.ts';
import { FindFault, GoToStep, PassStep, SetupMemory, type SetupView } from '../../services/contract/setup.ts';
import { newsOf } from '../../services/hub/news.ts';
import { setupView } from '../../services/hub/setup/setup-view.ts';
import type { FixtureHouse } from './fixture-house.ts';
import { refuse } from './fixture-people.ts';

const t = initTRPC.context<{ readonly house: FixtureHouse }>().create();

const inside = t.procedure.use(async ({ ctx, path, getRawInput, next, type }) => {
  if (type === 'mutation')
    ctx.house.asked.push(`${path} ${JSON.stringify((await getRawInput()) ?? null)}`.slice(0, 300));
  if (ctx.house.health.key.kind === 'locked') refuse('The house is locked. Give its passphrase first.');
  return next({ ctx });
});

/** As the hub tells it, of the canned house. */
function viewOf(house: FixtureHouse): SetupView {
  return setupView(house.setup, {
    isDemo: house.health.demo,
    hasCamera: house.settings.cameras.length > 0 && !house.health.demo,
    hasPeople: house.people.length > 0,
    keyIsSafe: house.keyWays.includes('passphrase'),
    hasBroker: house.settings.mqtt.enabled,
    isGuarded: false,
  });
}

function remember(house: FixtureHouse, setup: Partial<SetupMemory>): SetupView {
  house.setup = SetupMemory.parse({ ...house.setup, ...setup });
  const view = viewOf(house);
  house.setupChanged.send(view);
  return view;
}

export const fixtureSetup = t.router({
  get: inside.query(({ ctx }) => viewOf(ctx.house)),
  watch: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.setupChanged, { signal, keep: 1, first: () => viewOf(ctx.house) }),
  ),
  pass: inside
    .input(PassStep)
    .mutation(({ ctx, input }) =>
      remember(ctx.house, { outcomes: { ...ctx.house.setup.outcomes, [input.step]: input.as } }),
    ),
  goTo: inside.input(GoToStep).mutation(({ ctx, input }) => remember(ctx.house, { at: input.at })),
  leave: inside.mutation(({ ctx }) => remember(ctx.house, { left: true })),
  testSpeaker: inside.mutation(async ({ ctx }) => {
    await sleep(300);
    if (ctx.house.speakerTrouble !== null) refuse(ctx.house.speakerTrouble);
  }),
  findFault: inside.input(FindFault).mutation(({ ctx }) => ctx.house.finding),
});

export const fixtureKey = t.router({
  ways: inside.query(({ ctx }) => ({ ways: ctx.house.keyWays })),
  setPassphrase: inside.input(SetPassphrase).mutation(({ ctx }) => {
    ctx.house.keyWays = [
      ...new Set([...ctx.house.keyWays.filter((way) => way !== 'plain'), 'passphrase' as const]),
    ];
    return { ways: ctx.house.keyWays };
  }),
  removePassphrase: inside.input(ProveKey).mutation(({ ctx }) => {
    ctx.house.keyWays = ['plain', ...ctx.house.keyWays.filter((way) => way !== 'passphrase')];
    return { ways: ctx.house.keyWays };
  }),
  removeRecoveryCode: inside.input(ProveKey).mutation(({ ctx }) => {
    ctx.house.keyWays = ctx.house.keyWays.filter((way) => way !== 'recovery');
    return { ways: ctx.house.keyWays };
  }),
  makeRecoveryCode: inside.input(MakeRecoveryCode).mutation(({ ctx }) => {
    ctx.house.keyWays = [...ctx.house.keyWays.filter((way) => way !== 'recovery'), 'recovery'];
    return { code: '7K2M-9QXD-41RT-B8VZ-0HNC-5WPE-3GJ6' };
  }),
});
