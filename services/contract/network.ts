import { z } from 'zod';
import type { MemberId } from './access.ts';

/** Whether the kiosk's page is also served to the network of the house, by TLS. */
export const NetworkSettings = z.strictObject({
  enabled: z.boolean().default(false),
  port: z.number().int().min(1024).max(65_535).default(8443),
});
export type NetworkSettings = z.infer<typeof NetworkSettings>;

/** From afar a PIN is too little. */
export const Password = z.string().min(10, 'a password for the network has at least 10 characters').max(200);

/** A browser that is logged in over the network. */
export interface NetworkSession {
  readonly id: string;
  readonly memberId: MemberId;
  /** The browser and its system, as it calls itself. */
  readonly device: string;
  readonly beganAtMs: number;
  readonly usedAtMs: number;
}

export const BySession = z.strictObject({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) });

/** The way in over the network as it is now. */
export type NetworkState =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'open';
      /** Where the page is, by each of the machine's names and addresses. */
      readonly addresses: readonly string[];
      /** Of the certificate, SHA-256, as browsers show it: what a device that comes for the first time is to see. */
      readonly fingerprint: string;
    }
  | { readonly kind: 'failed'; readonly what: string; readonly advice: string };

export interface NetworkView {
  readonly state: NetworkState;
  readonly sessions: readonly NetworkSession[];
}
