import { Check } from 'lucide-react';
import { useId } from 'react';

interface TickFieldProps {
  /** The whole sentence that the tick says yes to. */
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly error?: string | undefined;
}

/** A sentence to agree to. The whole line can be tapped. */
export function TickField({ label, checked, onChange, error }: TickFieldProps) {
  const id = useId();
  return (
    <div>
      <label
        htmlFor={id}
        className={`flex min-h-12 cursor-pointer items-start gap-3 rounded-xl border p-3 has-focus-visible:outline-3 has-focus-visible:outline-accent ${error === undefined ? 'border-edge bg-card' : 'border-bad bg-bad-soft'}`}
      >
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={(change) => {
            onChange(change.target.checked);
          }}
          className="peer sr-only"
        />
        <span
          aria-hidden
          className={`grid size-6 shrink-0 place-items-center rounded-md border-2 ${checked ? 'border-accent bg-accent text-on-accent' : 'border-edge'}`}
        >
          {checked && <Check className="size-4.5" strokeWidth={3} />}
        </span>
        <span className="min-w-0 font-medium wrap-anywhere" dir="auto">
          {label}
        </span>
      </label>
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1.5 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
