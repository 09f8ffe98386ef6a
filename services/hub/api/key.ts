import { MakeRecoveryCode, SetPassphrase } from '../../contract/key.ts';
import { needs, router } from './procedure.ts';

/** The ways to the house's key. */
export const key = router({
  ways: needs('manage_access').query(({ ctx }) => ctx.house.key.view()),
  setPassphrase: needs('manage_access')
    .input(SetPassphrase)
    .mutation(async ({ ctx, input }) => {
      const view = await ctx.house.key.setPassphrase(input);
      ctx.note('changed_key', { about: 'passphrase' });
      return view;
    }),
  makeRecoveryCode: needs('manage_access')
    .input(MakeRecoveryCode)
    .mutation(async ({ ctx, input }) => {
      const made = await ctx.house.key.makeRecoveryCode(input);
      ctx.note('changed_key', { about: 'recovery code' });
      return made;
    }),
});
