import { useQuery } from '@tanstack/react-query';
import type { VoiceState } from '../../../services/contract/voice.ts';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { Card } from '../../parts/card.tsx';
import { Prose } from '../../parts/prose.tsx';
import { words } from '../../words/words.ts';
import { VoiceMark } from '../home/voice-mark.tsx';
import { voiceSentence } from '../home/voice-sentence.ts';
import { SwitchVoiceOn } from '../voice/switch-voice-on.tsx';
import { TryOut } from '../voice/try-out.tsx';
import { SpeakerTest } from './speaker-test.tsx';
import { StepFrame } from './step-frame.tsx';

/** Whether the house hears and is heard: the level of the microphone, the wake phrase with its light, and a sentence aloud. */
export function SoundStep() {
  const text = words.setup.sound;
  const state = useHealth()?.voice;
  const phrase = useQuery(trpc.settings.get.queryOptions()).data?.voice.wakePhrase;
  return (
    <StepFrame step="sound" title={text.title} detail={text.detail} done={false} byWord>
      {state && phrase !== undefined && <Microphone state={state} phrase={phrase} />}
      <SpeakerTest />
    </StepFrame>
  );
}

interface MicrophoneProps {
  readonly state: VoiceState;
  readonly phrase: string;
}

function Microphone({ state, phrase }: MicrophoneProps) {
  const hears = state.kind !== 'off' && !(state.kind === 'waiting' && state.source === 'none');
  const { title, detail } = voiceSentence(state);
  const help = hears ? words.setup.sound.say : state.kind === 'off' ? detail : words.voice.noMicrophoneHelp;
  return (
    <section aria-label={words.setup.sound.microphone}>
      <Card className={state.kind === 'listening' ? 'ring-2 ring-accent' : ''}>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4 px-5 py-4 sm:px-6">
          <div
            role="status"
            data-voice={state.kind}
            className="flex min-w-0 flex-1 basis-80 items-center gap-5"
          >
            <VoiceMark state={state} size="large" />
            <div className="min-w-0">
              <h2 className="text-xl/snug font-semibold wrap-anywhere" dir="auto">
                {title}
              </h2>
              <p className="mt-1 text-quiet wrap-anywhere">
                <Prose text={help} />
              </p>
            </div>
          </div>
          {state.kind === 'off' && <SwitchVoiceOn />}
        </div>
        {hears && <TryOut phrase={phrase} />}
      </Card>
    </section>
  );
}
