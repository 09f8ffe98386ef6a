import { MakeRecoveryCode, ProveKey, SetPassphrase } from '../../contract/key.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { AuditNote } from '../../store/audit.ts';
import { needs, router } from './procedure.ts';

type Note = (deed: AuditNote['deed'], to?: Pick<AuditNote, 'about'>) => void;

/** The ways to the house's key. */
export const key = router({
  ways: needs('manage_access').query(({ ctx }) => ctx.house.key.view()),
  setPassphrase: needs('manage_access')
    .input(SetPassphrase)
    .mutation(({ ctx, input }) => noted(ctx.note, 'passphrase', () => ctx.house.key.setPassphrase(input))),
  removePassphrase: needs('manage_access')
    .input(ProveKey)
    .mutation(({ ctx, input }) =>
      noted(ctx.note, 'passphrase removed', () => ctx.house.key.removePassphrase(input)),
    ),
  makeRecoveryCode: needs('manage_access')
    .input(MakeRecoveryCode)
    .mutation(({ ctx, input }) =>
      noted(ctx.note, 'recovery code', () => ctx.house.key.makeRecoveryCode(input)),
    ),
  removeRecoveryCode: needs('manage_access')
    .input(ProveKey)
    .mutation(({ ctx, input }) =>
      noted(ctx.note, 'recovery code removed', () => ctx.house.key.removeRecoveryCode(input)),
    ),
});

/** A way to the key that was changed is a line in the audit, and so is a passphrase that was wrong. */
async function noted<T>(note: Note, about: string, change: () => Promise<T>): Promise<T> {
  try {
    const changed = await change();
    note('changed_key', { about });
    return changed;
  } catch (error) {
    if (error instanceof Trouble && error.code === 'wrong_passphrase') note('wrong_passphrase');
    throw error;
  }
}
