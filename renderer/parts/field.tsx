import { useId, type ReactNode } from 'react';

export interface FieldControl {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, a control, and beneath it what helps or what is wrong. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = error ?? hint;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': described === undefined ? undefined : `${id}-more`,
      })}
      {described !== undefined && (
        <p
          id={`${id}-more`}
          className={`mt-1.5 text-sm wrap-anywhere ${error === undefined ? 'text-quiet' : 'font-medium text-bad'}`}
        >
          {described}
        </p>
      )}
    </div>
  );
}
