import { LoaderCircle, Mic, MicOff, Volume2, type LucideIcon } from 'lucide-react';
import type { VoiceState } from '../../../services/contract/voice.ts';

const icons: Readonly<Record<VoiceState['kind'], LucideIcon>> = {
  off: MicOff,
  waiting: Mic,
  noticed: Mic,
  listening: Mic,
  thinking: LoaderCircle,
  speaking: Volume2,
};

interface VoiceMarkProps {
  readonly state: VoiceState;
  readonly size?: 'normal' | 'large';
}

const sizes = {
  normal: { frame: 'size-14', disc: 'size-12', icon: 'size-6' },
  large: { frame: 'size-24 sm:size-28', disc: 'size-20 sm:size-24', icon: 'size-10 sm:size-11' },
} as const;

/** The ear. It stands still while it waits: only what happens now moves, and nothing for those who asked for less motion. */
export function VoiceMark({ state, size = 'normal' }: VoiceMarkProps) {
  const { frame, disc, icon } = sizes[size];
  const awake = state.kind !== 'off' && state.kind !== 'waiting';
  const deaf = state.kind === 'off' || (state.kind === 'waiting' && state.source === 'none');
  const Icon = deaf ? MicOff : icons[state.kind];
  return (
    <span aria-hidden className={`relative grid shrink-0 place-items-center ${frame}`}>
      {state.kind === 'listening' && (
        <>
          <span className="absolute inset-0 rounded-full bg-accent/25 motion-safe:animate-ripple" />
          <span className="absolute inset-0 rounded-full bg-accent/25 [animation-delay:-1.2s] motion-safe:animate-ripple" />
        </>
      )}
      <span
        className={`relative grid place-items-center rounded-full ${disc} ${awake ? 'bg-accent text-on-accent' : deaf ? 'bg-sunken text-quiet' : 'bg-accent-soft text-accent'}`}
      >
        <Icon
          className={`${icon} ${state.kind === 'thinking' ? 'motion-safe:animate-turn' : ''} ${state.kind === 'speaking' ? 'motion-safe:animate-breathe' : ''}`}
          strokeWidth={1.75}
        />
      </span>
    </span>
  );
}
