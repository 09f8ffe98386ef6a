import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../hub.ts';
import { Message } from '../../parts/message.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { PassphraseForm } from './passphrase-form.tsx';
import { RecoveryCard } from './recovery-card.tsx';
import { StepFrame } from './step-frame.tsx';

/** A passphrase for the house, and a code on paper should it be forgotten. */
export function KeyStep() {
  const text = words.setup.key;
  const ways = useQuery(trpc.key.ways.queryOptions());
  // Known here while the step is open, so that the code can be made without typing it again.
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const known = ways.data?.ways ?? [];
  const byDevice = known.includes('operating_system');
  const isLocked = known.includes('passphrase');
  return (
    <StepFrame step="key" title={text.title} detail={text.detail} done={byDevice || isLocked}>
      {ways.isError && <Message kind="error">{sentenceOf(ways.error)}</Message>}
      {byDevice && <Message kind="good">{text.byDevice}</Message>}
      {ways.isSuccess && !byDevice && !isLocked && <PassphraseForm onSet={setPassphrase} />}
      {!byDevice && isLocked && <RecoveryCard passphrase={passphrase} hasCode={known.includes('recovery')} />}
    </StepFrame>
  );
}
