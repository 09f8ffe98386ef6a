import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WakePhrase } from '../../../services/contract/wake.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { fieldErrors } from '../../parts/field-errors.ts';
import { Message } from '../../parts/message.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { PhraseAdvice } from './phrase-advice.tsx';
import { useSettled } from './settled.ts';
import { useTakeWake } from './wake-answer.ts';

const adviseAfterMs = 400;

/** Type a phrase; at once Lares says whether it would do. */
export function PhraseForm({ known }: { readonly known: readonly string[] }) {
  const [text, setText] = useState('');
  const takeWake = useTakeWake();
  const typed = WakePhrase.safeParse(text);
  const phrase = typed.success ? typed.data : null;
  const isKnown = phrase !== null && known.includes(phrase);
  const settled = useSettled(phrase, adviseAfterMs);
  const wished = phrase !== null && !isKnown && settled === phrase;
  const advice = useQuery({
    ...trpc.voice.adviseWake.queryOptions({ phrase: phrase ?? '' }),
    enabled: wished,
  });
  const train = useMutation(
    trpc.voice.trainWake.mutationOptions({
      onSuccess: (view) => {
        takeWake(view);
        setText('');
      },
    }),
  );
  const told = wished ? advice.data : undefined;
  const error = phrase === null && text.trim().length > 2 ? fieldErrors(WakePhrase, text)[''] : undefined;
  const mayTrain = phrase !== null && !isKnown && told?.verdict !== 'bad' && !train.isPending;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (mayTrain) train.mutate({ phrase });
      }}
    >
      <p className="text-quiet">{words.wake.own.detail}</p>
      <TextField
        label={words.wake.own.field}
        placeholder={words.wake.own.placeholder}
        maxLength={60}
        enterKeyHint="done"
        value={text}
        onChange={(next) => {
          setText(next);
          train.reset();
        }}
        error={error}
      />
      {isKnown && <Message kind="info">{words.wake.own.known(phrase)}</Message>}
      {phrase !== null && !isKnown && (
        <PhraseAdvice advice={told} error={wished && advice.isError ? sentenceOf(advice.error) : undefined} />
      )}
      {train.isError && <Message kind="error">{sentenceOf(train.error)}</Message>}
      <Button type="submit" kind="primary" className="self-start" disabled={!mayTrain}>
        {told?.verdict === 'weak' ? words.wake.own.trainWeak : words.wake.own.train}
      </Button>
    </form>
  );
}
