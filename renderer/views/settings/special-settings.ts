/** Settings whose fields are made by hand (`special-fields.tsx`). */
export const specialSettings = [
  'kiosk.wakeCamera',
  'mqtt.password',
  'voice.wakePhrase',
  'voice.wakeSensitivity',
] as const;
