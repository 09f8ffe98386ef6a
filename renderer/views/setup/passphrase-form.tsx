import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shortestPassphrase } from '../../../services/contract/key.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { showFirstError } from '../../parts/first-error.ts';
import { Message } from '../../parts/message.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { StrengthBar } from './strength-bar.tsx';

/** A new passphrase, typed twice; how strong it is stands beneath while it is typed. */
export function PassphraseForm({ onSet }: { readonly onSet: (passphrase: string) => void }) {
  const text = words.setup.key;
  const [typed, setTyped] = useState({ first: '', again: '' });
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const set = useMutation(
    trpc.key.setPassphrase.mutationOptions({
      onSuccess: async (view, { next }) => {
        onSet(next);
        queries.setQueryData(trpc.key.ways.queryKey(), view);
        await queries.invalidateQueries(trpc.setup.get.queryFilter());
      },
    }),
  );
  const tooShort = typed.first.length < shortestPassphrase;
  const differs = typed.first !== typed.again;
  return (
    <Card className="max-w-2xl p-5 md:p-6 short:max-w-none short:p-4">
      <form
        noValidate
        className="flex flex-col gap-5 short:grid short:grid-cols-2 short:gap-4"
        onSubmit={(submit) => {
          submit.preventDefault();
          setTried(true);
          showFirstError(submit.currentTarget);
          if (!tooShort && !differs) set.mutate({ next: typed.first });
        }}
      >
        <div className="flex flex-col gap-3">
          <PasswordField
            label={text.passphrase}
            hint={text.passphraseHint}
            value={typed.first}
            onChange={(first) => {
              setTyped({ ...typed, first });
            }}
            error={tried && tooShort ? text.tooShort(shortestPassphrase) : undefined}
          />
          {typed.first !== '' && <StrengthBar passphrase={typed.first} />}
        </div>
        <PasswordField
          label={text.again}
          value={typed.again}
          onChange={(again) => {
            setTyped({ ...typed, again });
          }}
          error={tried && !tooShort && differs ? text.differs : undefined}
        />
        {set.isError && <Message kind="error">{sentenceOf(set.error)}</Message>}
        <Button
          type="submit"
          kind="primary"
          className="self-end short:col-span-2 short:justify-self-end"
          disabled={set.isPending}
        >
          {set.isPending ? text.setting : text.set}
        </Button>
      </form>
    </Card>
  );
}
