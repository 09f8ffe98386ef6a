import { AudioLines } from 'lucide-react';
import { useState } from 'react';
import type { VoiceState } from '../../../services/contract/voice.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Prose } from '../../parts/prose.tsx';
import { words } from '../../words/words.ts';
import { VoiceMark } from '../home/voice-mark.tsx';
import { voiceSentence } from '../home/voice-sentence.ts';
import { SwitchVoiceOn } from './switch-voice-on.tsx';
import { TryOut } from './try-out.tsx';

interface NowCardProps {
  readonly state: VoiceState;
  readonly wakePhrase: string;
}

/** What the ear does now, large and calm; on wish what the microphone gives, live. */
export function NowCard({ state, wakePhrase }: NowCardProps) {
  const [tries, setTries] = useState(false);
  const hasMicrophone = state.kind !== 'off' && !(state.kind === 'waiting' && state.source === 'none');
  const { title, detail } = voiceSentence(state);
  const shownDetail = state.kind === 'waiting' && !hasMicrophone ? words.voice.noMicrophoneHelp : detail;
  const open = tries && hasMicrophone;
  return (
    <Card className={state.kind === 'listening' ? 'ring-2 ring-accent' : ''}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4 px-5 py-4 sm:px-6">
        <div
          className="flex min-w-0 flex-1 basis-80 items-center gap-5"
          role="status"
          data-voice={state.kind}
        >
          <VoiceMark state={state} size="large" />
          <div className="min-w-0">
            <p className="text-2xl/tight font-semibold wrap-anywhere sm:text-3xl/tight" dir="auto">
              {title}
            </p>
            {shownDetail !== '' && (
              <p className="mt-1.5 line-clamp-4 max-w-2xl text-lg text-quiet wrap-anywhere" dir="auto">
                <Prose text={shownDetail} />
              </p>
            )}
          </div>
        </div>
        {hasMicrophone && (
          <Button
            kind={open ? 'plain' : 'soft'}
            aria-expanded={open}
            onClick={() => {
              setTries(!open);
            }}
          >
            <AudioLines aria-hidden className="size-5" />
            {open ? words.voice.tryOut.close : words.voice.tryOut.open}
          </Button>
        )}
        {state.kind === 'off' && <SwitchVoiceOn />}
      </div>
      {open && <TryOut phrase={wakePhrase} />}
    </Card>
  );
}
