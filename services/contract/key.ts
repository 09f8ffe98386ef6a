import { z } from 'zod';
import type { KeyWay } from './key-file.ts';

/** The ways that lead to the house's key. */
export interface KeyView {
  readonly ways: readonly KeyWay['kind'][];
}

/** As `checkPassphrase` of the store wants it. */
export const shortestPassphrase = 8;

/** The passphrase or the recovery code; not needed where the key lies open in its file. */
const current = z.string().min(1).max(1000).optional();
export const SetPassphrase = z.strictObject({
  next: z.string().min(shortestPassphrase, 'a passphrase needs at least 8 characters').max(1000),
  current,
});
export type SetPassphrase = z.infer<typeof SetPassphrase>;
/** For what lets nobody in any more, or somebody new. */
export const ProveKey = z.strictObject({ current });
export type ProveKey = z.infer<typeof ProveKey>;
export const MakeRecoveryCode = z.strictObject({ current });
export type MakeRecoveryCode = z.infer<typeof MakeRecoveryCode>;
