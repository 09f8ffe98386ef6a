import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { RecoverySheet } from './recovery-sheet.tsx';

interface RecoveryCardProps {
  /** As it was just set; null when it is not known here, and is asked for. */
  readonly passphrase: string | null;
  readonly hasCode: boolean;
}

/** Makes a recovery code, shows it until it was typed back from paper, and then never again. */
export function RecoveryCard({ passphrase, hasCode }: RecoveryCardProps) {
  const text = words.setup.key;
  const [typed, setTyped] = useState('');
  const [isOnPaper, setOnPaper] = useState(false);
  const queries = useQueryClient();
  const make = useMutation(
    trpc.key.makeRecoveryCode.mutationOptions({
      onSuccess: () => {
        setTyped('');
        setOnPaper(false);
        return queries.invalidateQueries(trpc.key.ways.queryFilter());
      },
    }),
  );
  if (make.isSuccess && !isOnPaper)
    return (
      <RecoverySheet
        code={make.data.code}
        onConfirmed={() => {
          setOnPaper(true);
          make.reset();
        }}
      />
    );
  return (
    <>
      <Message kind="good">{text.isSafe}</Message>
      <Card className="max-w-2xl p-5 md:p-6">
        <form
          className="flex flex-col gap-5"
          onSubmit={(submit) => {
            submit.preventDefault();
            make.mutate({ current: passphrase ?? typed });
          }}
        >
          <div>
            <h2 className="text-lg font-semibold">{text.recoveryTitle}</h2>
            <p className="mt-1 text-quiet">{text.recoveryDetail}</p>
          </div>
          {isOnPaper ? (
            <Message kind="good">{text.confirmed}</Message>
          ) : (
            hasCode && <p className="font-medium">{text.hasCode}</p>
          )}
          {passphrase === null && !isOnPaper && (
            <PasswordField
              label={text.current}
              autoComplete="current-password"
              value={typed}
              onChange={setTyped}
            />
          )}
          {make.isError && <Message kind="error">{sentenceOf(make.error)}</Message>}
          {!isOnPaper && (
            <Button
              type="submit"
              kind={hasCode ? 'plain' : 'primary'}
              className="self-end"
              disabled={make.isPending || (passphrase ?? typed) === ''}
            >
              {hasCode ? text.makeNew : text.make}
            </Button>
          )}
        </form>
      </Card>
    </>
  );
}
