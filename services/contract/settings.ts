import { z } from 'zod';
import { BackupSettings } from './backup.ts';
import { CameraSettings } from './camera.ts';
import { CameraId } from './identifiers.ts';
import { Retention } from './retention.ts';
import { SetupMemory } from './setup.ts';
import { TimeOfDay } from './time-of-day.ts';
import { WakePhrase } from './wake.ts';

/** From and to are local times; `from` after `to` goes over midnight. Chime and replies are as loud as `volume` then. */
export const QuietHours = z.strictObject({
  enabled: z.boolean().default(false),
  from: TimeOfDay.default('22:00'),
  to: TimeOfDay.default('07:00'),
  /** Percent; 0 is silent: replies are only written. */
  volume: z.number().min(0).max(100).default(0).meta({ unit: 'percent' }),
});
export type QuietHours = z.infer<typeof QuietHours>;

export const VoiceSettings = z.strictObject({
  enabled: z.boolean().default(true),
  language: z.enum(['en', 'de']).default('en'),
  /** One of the phrases that Lares knows, shipped or trained here. */
  wakePhrase: WakePhrase.default('computer'),
  /** 0 calmer (fewer false alarms) … 1 keener (fewer misses). */
  wakeSensitivity: z.number().min(0).max(1).default(0.5).meta({ unit: 'sensitivity' }),
  /**
   * Whether a voice may unlock, open an entrance and disarm, after it has confirmed. Nobody is known by their voice, and one
   * may come through a window: off unless the owner wants it.
   */
  mayOpen: z.boolean().default(false),
  replyAloud: z.boolean().default(true),
  /** Percent. */
  replyVolume: z.number().min(0).max(100).default(80).meta({ unit: 'percent' }),
  /** A short sound when the wake phrase was heard. */
  chime: z.boolean().default(true),
  quietHours: QuietHours.prefault({}),
  /** Whether recordings of what Lares got wrong are kept (encrypted) to learn from; off unless the owner wants it. */
  keepRecordings: z.boolean().default(false),
  /** What recognises commands. `sherpa-onnx` needs a model that the owner has installed. */
  engine: z.enum(['pocketsphinx', 'sherpa-onnx']).default('pocketsphinx'),
});
export type VoiceSettings = z.infer<typeof VoiceSettings>;

export const VisionSettings = z.strictObject({
  /** 0 calmer … 1 keener. */
  motionSensitivity: z.number().min(0).max(1).default(0.5).meta({ unit: 'sensitivity' }),
  recogniseFaces: z.boolean().default(true),
  /** Whether unknown faces are grouped, so that they can be named later; off unless the owner wants it. */
  groupUnknown: z.boolean().default(false),
  /** Days that the faces of unknown people are kept, grouped or not. */
  keepUnknownDays: z.number().int().min(1).max(90).default(7).meta({ unit: 'days' }),
  /** Frames looked at per second and camera. */
  framesPerSecond: z.number().min(1).max(10).default(5).meta({ unit: 'perSecond' }),
  /** Let the graphics chip decode video, where there is one that can. */
  hardwareDecoding: z.boolean().default(true),
});
export type VisionSettings = z.infer<typeof VisionSettings>;

export const MqttSettings = z.strictObject({
  enabled: z.boolean().default(false),
  url: z
    .string()
    .trim()
    .regex(/^(mqtts?|wss?):\/\/\S+$/, 'a broker address looks like mqtt://192.168.1.5:1883')
    .default('mqtt://127.0.0.1:1883'),
  username: z.string().max(200).default(''),
  password: z.string().max(200).default(''),
  discoveryPrefix: z.string().trim().min(1).max(60).default('homeassistant'),
});
export type MqttSettings = z.infer<typeof MqttSettings>;

/** From and to are local times; `from` after `to` goes over midnight. */
export const DimAtNight = z.strictObject({
  enabled: z.boolean().default(true),
  from: TimeOfDay.default('22:00'),
  to: TimeOfDay.default('06:30'),
});
export type DimAtNight = z.infer<typeof DimAtNight>;

export const KioskSettings = z.strictObject({
  theme: z.enum(['auto', 'day', 'night']).default('auto'),
  /** Of the page; `auto` is the browser's. The voice has a language of its own. */
  language: z.enum(['auto', 'en', 'de']).default('auto'),
  /** After so many minutes without a touch the screen shows a clock; 0: never. */
  restAfterMinutes: z.number().int().min(0).max(240).default(5).meta({ unit: 'minutes' }),
  /** When the resting screen is dark: most screens know nothing of the light in their room. */
  dimAtNight: DimAtNight.prefault({}),
  /** Somebody known before this camera wakes the resting screen, as a touch does; null: nobody does. */
  wakeCamera: CameraId.nullable().default(null),
});
export type KioskSettings = z.infer<typeof KioskSettings>;

/**
 * Everything an owner can set. `Settings.parse({})` is the house as it comes: the demo house. The settings screen draws each section
 * that is an object from here; `meta({ unit })` tells it how to show a number.
 */
export const Settings = z.strictObject({
  /** The demo house runs until the owner's own cameras are used. */
  demo: z.boolean().default(true),
  /** Whether Lares guards the house now; set by voice or on the page. */
  armed: z.boolean().default(false),
  cameras: z.array(CameraSettings).max(32).default([]),
  vision: VisionSettings.prefault({}),
  voice: VoiceSettings.prefault({}),
  mqtt: MqttSettings.prefault({}),
  kiosk: KioskSettings.prefault({}),
  retention: Retention.prefault({}),
  backup: BackupSettings.prefault({}),
  setup: SetupMemory.prefault({}),
});
export type Settings = z.infer<typeof Settings>;
