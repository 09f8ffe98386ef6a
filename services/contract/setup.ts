import { z } from 'zod';

/** The steps of the set-up, in the order in which they are offered. */
export const setupSteps = ['language', 'key', 'cameras', 'sound', 'people', 'rooms', 'access'] as const;
export const SetupStep = z.enum(setupSteps);
export type SetupStep = z.infer<typeof SetupStep>;

/** Where somebody is in the set-up: at a step, or behind the last one. */
export const SetupPlace = z.enum([...setupSteps, 'end']);
export type SetupPlace = z.infer<typeof SetupPlace>;

/** What became of a step, as who sat before it says. */
const Outcome = z.enum(['done', 'skipped']);

/** What is remembered of the set-up. Whether there is a camera, the house itself tells. */
export const SetupMemory = z.strictObject({
  /** Somebody has left the set-up or come to its end: the page does not open it by itself any more. */
  left: z.boolean().default(false),
  at: SetupPlace.default('language'),
  outcomes: z.partialRecord(SetupStep, Outcome).default({}),
});
export type SetupMemory = z.infer<typeof SetupMemory>;

/** `done`: the house has what the step is for, or somebody said so. */
export type StepState = 'done' | 'skipped' | 'open';

export interface SetupView {
  /** The page opens the set-up by itself: the house is new, or somebody is in the middle of it. */
  readonly opens: boolean;
  readonly at: SetupPlace;
  readonly steps: readonly { readonly step: SetupStep; readonly state: StepState }[];
}

export const PassStep = z.strictObject({ step: SetupStep, as: Outcome });
export type PassStep = z.infer<typeof PassStep>;
export const GoToStep = z.strictObject({ at: SetupPlace });
export const FindFault = z.strictObject({ address: z.string().trim().min(1).max(2048) });

/** What answers where a camera was looked for. `video`: a port of the same machine that speaks RTSP, if there is one. */
export type AddressFinding =
  /** Not an address in a network, or one that speaks TLS: there is nothing to find out. */
  | { readonly kind: 'no_network_address' }
  | { readonly kind: 'unknown_name' }
  /** `elsewhere`: the address is in none of the networks of this machine. */
  | { readonly kind: 'nobody_there'; readonly elsewhere: boolean }
  | { readonly kind: 'closed_port'; readonly port: number; readonly video: number | null }
  | { readonly kind: 'web_page'; readonly port: number; readonly video: number | null }
  | { readonly kind: 'no_video_port'; readonly port: number; readonly video: number | null }
  /** RTSP answers: what is wrong is the path, the login or the camera itself, and its own words tell. */
  | { readonly kind: 'video_port' };

/**
 * The first step behind `step`, or the end.
 */
export function stepAfter(step: SetupStep): SetupPlace {
  return setupSteps[setupSteps.indexOf(step) + 1] ?? 'end';
}
