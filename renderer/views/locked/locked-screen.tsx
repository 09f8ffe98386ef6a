import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { AwayBanner } from '../../away-banner.tsx';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

/** The house before its passphrase was given. */
export function LockedScreen() {
  const [passphrase, setPassphrase] = useState('');
  const queries = useQueryClient();
  const unlock = useMutation(
    trpc.house.unlock.mutationOptions({
      onSuccess: () => {
        setPassphrase('');
        return queries.invalidateQueries();
      },
    }),
  );
  return (
    <div className="flex h-full flex-col">
      <AwayBanner />
      <form
        className="m-auto flex w-[min(26rem,92vw)] flex-col gap-5 py-8"
        onSubmit={(submit) => {
          submit.preventDefault();
          if (passphrase !== '') unlock.mutate({ passphrase });
        }}
      >
        <div className="flex flex-col items-center gap-3 text-center">
          <span className="grid size-16 place-items-center rounded-full bg-accent-soft text-accent">
            <LockKeyhole aria-hidden className="size-8" strokeWidth={1.5} />
          </span>
          <h1 className="text-2xl font-semibold">{words.locked.title}</h1>
          <p className="text-quiet">{words.locked.detail}</p>
        </div>
        <PasswordField
          label={words.locked.passphrase}
          autoFocus
          autoComplete="current-password"
          value={passphrase}
          onChange={(next) => {
            setPassphrase(next);
            if (unlock.isError) unlock.reset();
          }}
          error={unlock.isError ? sentenceOf(unlock.error) : undefined}
        />
        <Button type="submit" kind="primary" disabled={passphrase === '' || unlock.isPending}>
          {unlock.isPending ? words.locked.opening : words.locked.open}
        </Button>
      </form>
    </div>
  );
}
