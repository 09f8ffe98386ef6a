import { useMutation, useQuery } from '@tanstack/react-query';
import { CornerDownLeft } from 'lucide-react';
import { useState } from 'react';
import type { VoiceState } from '../../../services/contract/voice.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { fieldStyle } from '../../parts/field-style.ts';
import { Prose } from '../../parts/prose.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { asSpoken } from './as-spoken.ts';
import { Exchange } from './exchange.tsx';
import { VoiceMark } from './voice-mark.tsx';
import { voiceSentence } from './voice-sentence.ts';

interface VoicePanelProps {
  readonly state: VoiceState;
  readonly wakePhrase: string;
}

/** What the ear does, what it heard last and what was done, and a field for those who would rather type. */
export function VoicePanel({ state, wakePhrase }: VoicePanelProps) {
  const [text, setText] = useState('');
  const transcript = useQuery(trpc.voice.transcript.queryOptions());
  const say = useMutation(
    trpc.voice.say.mutationOptions({
      onSuccess: (_entries, { text: sent }) => {
        setText((now) => (asSpoken(wakePhrase, now) === sent ? '' : now));
      },
    }),
  );
  const { title, detail } = voiceSentence(state);
  const newest = transcript.data?.[0];
  // How to speak to it is said to who has not done so yet.
  const knows = newest !== undefined && state.kind === 'waiting' && state.source !== 'none';
  const hint = knows ? '' : detail;
  const nothingCame = say.isSuccess && say.data.length === 0;
  return (
    <section aria-label={words.voice.title}>
      <Card className={`flex flex-col gap-3 p-4 ${state.kind === 'listening' ? 'ring-2 ring-accent' : ''}`}>
        <div className="flex items-center gap-3.5" role="status" data-voice={state.kind}>
          <VoiceMark state={state} />
          <div className="min-w-0">
            <p className="text-lg/tight font-semibold wrap-anywhere">{title}</p>
            {hint !== '' && (
              <p className="mt-0.5 line-clamp-2 text-sm text-quiet wrap-anywhere">
                <Prose text={hint} />
              </p>
            )}
          </div>
        </div>
        {newest && <Exchange entry={newest} />}
        <form
          className="flex gap-2"
          onSubmit={(submit) => {
            submit.preventDefault();
            if (text.trim() !== '' && !say.isPending) say.mutate({ text: asSpoken(wakePhrase, text) });
          }}
        >
          <input
            aria-label={words.voice.field}
            placeholder={words.voice.placeholder}
            dir="auto"
            autoComplete="off"
            enterKeyHint="send"
            maxLength={250}
            value={text}
            onChange={(change) => {
              setText(change.target.value);
            }}
            className={`${fieldStyle} min-w-0 flex-1`}
          />
          <Button
            type="submit"
            kind="primary"
            disabled={say.isPending || text.trim() === ''}
            aria-label={words.voice.send}
          >
            <CornerDownLeft aria-hidden className="size-5" />
          </Button>
        </form>
        {(say.isError || nothingCame) && (
          <p role="alert" className="text-sm font-medium text-bad wrap-anywhere">
            {say.isError ? sentenceOf(say.error) : words.voice.nothingCame}
          </p>
        )}
      </Card>
    </section>
  );
}
