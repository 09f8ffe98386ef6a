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

/** How the backups of the house stand. */
export interface BackupView {
  /** The newest that Lares knows of, wherever it was made; null: none. */
  readonly last: { readonly path: string; readonly atMs: number } | null;
  /** When Lares makes the next one by itself, milliseconds since 1970; null: it makes none. */
  readonly nextMs: number | null;
  readonly work: BackupWork;
}

/** What became of the backup that was begun last, since the house was opened. */
export type BackupWork =
  | { readonly kind: 'none' }
  /** `done` of `total` bytes; `total` is 0 while they are counted. */
  | { readonly kind: 'making'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly atMs: number; readonly files: number; readonly bytes: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly atMs: number; readonly what: string; readonly advice: string };

/** A backup in the folder of the settings. */
export interface KeptBackup {
  readonly name: string;
  /** Milliseconds since 1970, by its name. */
  readonly madeAtMs: number;
  readonly bytes: number;
}
