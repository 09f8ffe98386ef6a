import { z } from 'zod';

/** Which videos go along: those that are kept on purpose, none, or all that are ended. */
export const BackupClips = z.enum(['pinned', 'none', 'all']);
export type BackupClips = z.infer<typeof BackupClips>;

/** Backups that Lares makes by itself, once a day. */
export const BackupSettings = z.strictObject({
  enabled: z.boolean().default(false),
  /** On another disk, if it is to help when this one fails. */
  folder: z
    .string()
    .trim()
    .max(1000)
    .regex(/^(\/.*)?$/, 'a folder looks like /mnt/backup')
    .default(''),
  /** As the clock of this machine shows it. */
  hour: z.number().int().min(0).max(23).default(3).meta({ unit: 'hour' }),
  /** So many are kept, the newest. */
  keep: z.number().int().min(1).max(365).default(7),
  clips: BackupClips.default('pinned'),
});
export type BackupSettings = z.infer<typeof BackupSettings>;
