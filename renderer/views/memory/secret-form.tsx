import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { words } from '../../words/words.ts';

interface SecretFormProps {
  readonly needsSecret: boolean;
  readonly action: string;
  readonly kind: 'primary' | 'danger';
  readonly isBusy: boolean;
  readonly error: string | undefined;
  readonly onCancel: () => void;
  readonly onSecret: (current: string | undefined) => void;
}

/** Asks for the passphrase or the code as it is now, where one is needed, before something is done. */
export function SecretForm(props: SecretFormProps) {
  const { needsSecret, isBusy, error } = props;
  const [current, setCurrent] = useState('');
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        props.onSecret(needsSecret ? current : undefined);
      }}
    >
      {needsSecret && (
        <PasswordField
          label={words.memory.key.current}
          hint={words.memory.key.currentHint}
          autoComplete="current-password"
          autoFocus
          value={current}
          onChange={setCurrent}
        />
      )}
      {error !== undefined && <Message kind="error">{error}</Message>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={props.onCancel}>{words.common.cancel}</Button>
        <Button type="submit" kind={props.kind} disabled={isBusy || (needsSecret && current === '')}>
          {props.action}
        </Button>
      </div>
    </form>
  );
}
