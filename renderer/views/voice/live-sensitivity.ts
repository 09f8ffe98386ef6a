import { useState } from 'react';
import { useVoiceSettings } from './voice-settings.ts';

export interface LiveSensitivity {
  /** 0 calmer … 1 keener: where the slider is. */
  readonly value: number;
  readonly move: (value: number) => void;
  /** Saves it. */
  readonly letGo: (value: number) => void;
  readonly error: string | undefined;
}

const middle = 0.5;

/** How readily Lares wakes: as stored, or as the slider shows that is being moved. */
export function useSensitivity(): LiveSensitivity {
  const settings = useVoiceSettings();
  const [moved, setMoved] = useState<number | null>(null);
  return {
    value: moved ?? settings.value?.wakeSensitivity ?? middle,
    move: setMoved,
    letGo: (wakeSensitivity) => {
      setMoved(null);
      settings.change({ wakeSensitivity });
    },
    error: settings.error,
  };
}
