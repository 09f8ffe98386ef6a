import type { ComponentType } from 'react';
import { MqttPassword } from './mqtt-password.tsx';
import { CameraChoice } from './camera-choice.tsx';
import type { SettingControlProps } from './setting-control.tsx';
import type { specialSettings } from './special-settings.ts';
import { WakePhraseField } from './wake-phrase-field.tsx';
import { WakeSensitivityField } from './wake-sensitivity-field.tsx';

/** Fields made by hand, by the name of their setting. All others are drawn by their schema. */
const fields: Readonly<Record<(typeof specialSettings)[number], ComponentType<SettingControlProps>>> = {
  'kiosk.wakeCamera': CameraChoice,
  'mqtt.password': MqttPassword,
  'voice.wakePhrase': WakePhraseField,
  'voice.wakeSensitivity': WakeSensitivityField,
};

export const specialFields: Readonly<Record<string, ComponentType<SettingControlProps>>> = fields;
