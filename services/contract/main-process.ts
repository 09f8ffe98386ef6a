import { z } from 'zod';

/**
 * What Electron's main process and the hub tell each other, when main started the hub by `utilityProcess.fork`. Main
 * speaks first: the hub waits for one `key` or `key_file` message on `process.parentPort` before it opens the store.
 * The key travels only here, never in an environment variable or an argument. Without a `process.parentPort` the hub
 * was started from a command line and opens the key file itself.
 *
 *     main → hub   key        the data key, kept by the operating system's key store
 *     main → hub   key_file   the operating system keeps no key: open the key file as a headless hub does
 *     main → hub   stop       end every child and exit within 2 s
 *     hub → main   ready      the hub serves at this address
 *     hub → main   failed     the hub can't start, and trying again without the owner is useless; it exits next
 */
export const ToHub = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('key'),
    key: z.instanceof(Uint8Array).refine((key) => key.length === 32, 'the data key has 32 bytes'),
  }),
  z.strictObject({
    type: z.literal('key_file'),
    /** Why the operating system keeps no key, for the kiosk to show; null when the owner chose a passphrase. */
    notice: z.strictObject({ what: z.string(), advice: z.string() }).nullable(),
  }),
  z.strictObject({ type: z.literal('stop') }),
]);
export type ToHub = z.infer<typeof ToHub>;

export const FromHub = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), address: z.url() }),
  z.strictObject({ type: z.literal('failed'), what: z.string(), advice: z.string() }),
]);
export type FromHub = z.infer<typeof FromHub>;
