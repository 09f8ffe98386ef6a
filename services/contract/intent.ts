import { z } from 'zod';

/** Home Assistant's intent names, and our own where Home Assistant has none. */
export const IntentName = z.enum([
  'HassTurnOn',
  'HassTurnOff',
  'HassLightSet',
  'HassClimateSetTemperature',
  'HassGetState',
  'HassStartTimer',
  'HassCancelTimer',
  'HassTimerStatus',
  'HassGetCurrentTime',
  'HassNevermind',
  'LaresWhoIsThere',
  'LaresShowCamera',
  'LaresArm',
  'LaresDisarm',
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
  person: z.string().optional(),
  camera: z.string().optional(),
});
export type Slots = z.infer<typeof Slots>;
export type SlotName = keyof Slots;

/** A sentence that was understood. */
export const Intent = z.strictObject({ name: IntentName, slots: Slots });
export type Intent = z.infer<typeof Intent>;

export type Outcome = 'done' | 'answered' | 'refused' | 'failed' | 'not_understood';

/** What Lares answers: spoken, and written in the transcript. One or two short sentences. */
export interface Reply {
  readonly outcome: Outcome;
  readonly text: string;
  /** A camera that the kiosk should bring to the front. */
  readonly showCamera?: string;
}
