import { MakeRecoveryCode, SetPassphrase } from '../../contract/key.ts';
import { inside, router } from './procedure.ts';

/** The ways to the house's key. */
export const key = router({
  ways: inside.query(({ ctx }) => ctx.house.key.view()),
  setPassphrase: inside.input(SetPassphrase).mutation(async ({ ctx, input }) => {
    const view = await ctx.house.key.setPassphrase(input);
    ctx.note('changed_key', { about: 'passphrase' });
    return view;
  }),
  makeRecoveryCode: inside.input(MakeRecoveryCode).mutation(async ({ ctx, input }) => {
    const made = await ctx.house.key.makeRecoveryCode(input);
    ctx.note('changed_key', { about: 'recovery code' });
    return made;
  }),
});
