import { LoaderCircle, Mic, MicOff, Volume2, type LucideIcon } from 'lucide-react';
import type { VoiceState } from '../../../services/contract/voice.ts';

const icons: Readonly<Record<VoiceState['kind'], LucideIcon>> = {
  off: MicOff,
  waiting: Mic,
  listening: Mic,
  thinking: LoaderCircle,
  speaking: Volume2,
};

/** The ear. It stands still while it waits: only what happens now moves, and nothing for those who asked for less motion. */
export function VoiceMark({ state }: { readonly state: VoiceState }) {
  const awake = state.kind === 'listening' || state.kind === 'thinking' || state.kind === 'speaking';
  const deaf = state.kind === 'off' || (state.kind === 'waiting' && state.source === 'none');
  const Icon = deaf ? MicOff : icons[state.kind];
  return (
    <span aria-hidden className="relative grid size-14 shrink-0 place-items-center">
      {state.kind === 'listening' && (
        <>
          <span className="absolute inset-0 rounded-full bg-accent/25 motion-safe:animate-ripple" />
          <span className="absolute inset-0 rounded-full bg-accent/25 [animation-delay:-1.2s] motion-safe:animate-ripple" />
        </>
      )}
      <span
        className={`relative grid size-12 place-items-center rounded-full ${awake ? 'bg-accent text-on-accent' : deaf ? 'bg-sunken text-quiet' : 'bg-accent-soft text-accent'}`}
      >
        <Icon
          className={`size-6 ${state.kind === 'thinking' ? 'motion-safe:animate-turn' : ''} ${state.kind === 'speaking' ? 'motion-safe:animate-breathe' : ''}`}
          strokeWidth={1.75}
        />
      </span>
    </span>
  );
}
