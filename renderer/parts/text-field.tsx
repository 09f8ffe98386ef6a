import type { ComponentProps } from 'react';
import { Field } from './field.tsx';
import { fieldStyle } from './field-style.ts';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** One line of text; its direction follows what is typed. */
export function TextField({ label, value, onChange, hint, error, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          {...rest}
          {...control}
          value={value}
          onChange={(change) => {
            onChange(change.target.value);
          }}
          className={fieldStyle}
        />
      )}
    </Field>
  );
}
