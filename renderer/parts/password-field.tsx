import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { words } from '../words/words.ts';
import { Field } from './field.tsx';
import { fieldStyle } from './field-style.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric';
}

export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            type={shown ? 'text' : 'password'}
            autoComplete={props.autoComplete ?? 'new-password'}
            autoFocus={props.autoFocus}
            inputMode={props.inputMode}
            spellCheck={false}
            value={props.value}
            onChange={(change) => {
              props.onChange(change.target.value);
            }}
            className={`${fieldStyle} pr-14`}
          />
          <button
            type="button"
            aria-label={shown ? words.common.hidePassword : words.common.showPassword}
            aria-pressed={shown}
            onClick={() => {
              setShown(!shown);
            }}
            className="absolute inset-y-0 right-0 grid w-12 place-items-center rounded-xl text-quiet hover:text-ink"
          >
            <Icon aria-hidden className="size-5" />
          </button>
        </div>
      )}
    </Field>
  );
}
