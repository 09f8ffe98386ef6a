import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useRef, useState } from 'react';
import { trpc } from '../../hub.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { type Meter, meterAfter, startedMeter } from './meter.ts';

export interface MeterNews {
  readonly meter: Meter;
  /** Nothing came for a while. */
  readonly isSilent: boolean;
  readonly error: string | undefined;
}

const silentAfterMs = 3000;

/** What the microphone gives, for as long as the component is there and `enabled`. */
export function useMeter(enabled = true): MeterNews {
  const [meter, setMeter] = useState(startedMeter);
  const [isSilent, setSilent] = useState(false);
  const [error, setError] = useState<string>();
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waitForSound = () => {
    clearTimeout(silence.current);
    silence.current = setTimeout(() => {
      setSilent(true);
    }, silentAfterMs);
  };
  useSubscription(
    trpc.voice.meter.subscriptionOptions(undefined, {
      enabled,
      onStarted: waitForSound,
      onData: (reading) => {
        waitForSound();
        setSilent(false);
        setError(undefined);
        setMeter((before) => meterAfter(before, reading, Date.now()));
      },
      onError: (trouble) => {
        setError(sentenceOf(trouble));
      },
    }),
  );
  useEffect(
    () => () => {
      clearTimeout(silence.current);
    },
    [],
  );
  return { meter, isSilent, error };
}
