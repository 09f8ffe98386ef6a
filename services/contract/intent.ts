import { z } from 'zod';

/** Home Assistant's intent names, and our own where Home Assistant has none. */
export const IntentName = z.enum([
  'HassTurnOn',
  'HassTurnOff',
  'HassLightSet',
  'HassSetPosition',
  'HassFanSetSpeed',
  'HassClimateSetTemperature',
  'HassClimateGetTemperature',
  'HassGetState',
  'HassMediaPause',
  'HassMediaUnpause',
  'HassMediaNext',
  'HassMediaPrevious',
  'HassMediaPlayerMute',
  'HassMediaPlayerUnmute',
  'HassSetVolume',
  'HassSetVolumeRelative',
  'HassStartTimer',
  'HassPauseTimer',
  'HassUnpauseTimer',
  'HassIncreaseTimer',
  'HassDecreaseTimer',
  'HassCancelTimer',
  'HassCancelAllTimers',
  'HassTimerStatus',
  'HassGetCurrentTime',
  'HassGetCurrentDate',
  'HassShoppingListAddItem',
  'HassShoppingListCompleteItem',
  'HassNevermind',
  'LaresShoppingList',
  'LaresWhoIsThere',
  'LaresShowCamera',
  'LaresWhatHappened',
  'LaresArm',
  'LaresDisarm',
  'LaresGoodNight',
  'LaresHelp',
  /** What Lares just did was not what was meant. */
  'LaresThatWasWrong',
  /** The answers to what Lares has asked. */
  'LaresConfirm',
  'LaresDecline',
  'LaresChoose',
]);
export type IntentName = z.infer<typeof IntentName>;

/**
 * Home Assistant's slots. As in Home Assistant, locking is HassTurnOn and unlocking HassTurnOff of a lock, opening is
 * HassTurnOn and closing HassTurnOff of a cover.
 */
export const Slots = z.strictObject({
  /** An entity's name or alias, as the home writes it. */
  name: z.string().optional(),
  area: z.string().optional(),
  domain: z.string().optional(),
  device_class: z.string().optional(),
  /** Percent. */
  brightness: z.number().min(0).max(100).optional(),
  color: z.string().optional(),
  /** Degrees of the house's unit (°C). */
  temperature: z.number().optional(),
  state: z.string().optional(),
  hours: z.number().min(0).optional(),
  minutes: z.number().min(0).optional(),
  seconds: z.number().min(0).optional(),
  /** The length that a running timer was set for, where that tells which one is meant. */
  start_hours: z.number().min(0).optional(),
  start_minutes: z.number().min(0).optional(),
  start_seconds: z.number().min(0).optional(),
  /** Percent. */
  percentage: z.number().min(0).max(100).optional(),
  /** Percent; 100 is open. */
  position: z.number().min(0).max(100).optional(),
  /** Percent. */
  volume_level: z.number().min(0).max(100).optional(),
  /** Percent more or less, or just up or down. */
  volume_step: z.union([z.number().min(-100).max(100), z.enum(['up', 'down'])]).optional(),
  /** What is put on the shopping list. */
  item: z.string().max(200).optional(),
  person: z.string().optional(),
  camera: z.string().optional(),
});
export type Slots = z.infer<typeof Slots>;
export type SlotName = keyof Slots;

const Command = z.strictObject({ name: IntentName, slots: Slots });

/** A sentence that was understood. `also` are the others of commands joined by "and". */
export const Intent = Command.extend({ also: z.array(Command).max(7).optional() });
export type Intent = z.infer<typeof Intent>;

/** What was heard, and how sure the ear is of it. */
export interface SpokenOrder {
  readonly intent: Intent;
  readonly heard: string;
  /** 0..1. */
  readonly confidence: number;
  /** False where it is likely, not sure: then Lares asks "Did you say …?" before it does anything. */
  readonly sure: boolean;
  /** Other readings that are nearly as likely, the likeliest first; what the home is like now may choose among them. */
  readonly alternatives: readonly { readonly intent: Intent; readonly heard: string }[];
}

export type Outcome = 'done' | 'answered' | 'refused' | 'failed' | 'not_understood';

/** What Lares answers: spoken, and written in the transcript. One or two short sentences. */
export interface Reply {
  readonly outcome: Outcome;
  readonly text: string;
  /** A camera that the kiosk should bring to the front. */
  readonly showCamera?: string;
  /** What was acted on, where it is not the first reading of the order: the transcript keeps it in place of that one. */
  readonly meant?: { readonly intent: Intent; readonly heard: string };
  /** Lares has asked, and waits this long for the answer, which needs no wake phrase. */
  readonly awaitsAnswerMs?: number;
}
