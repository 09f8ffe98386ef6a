import { Switch } from 'radix-ui';
import { useId } from 'react';

interface SwitchFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off. */
export function SwitchField({ label, hint, checked, onChange }: SwitchFieldProps) {
  const id = useId();
  return (
    <div className="flex min-h-12 items-center justify-between gap-6">
      <div className="min-w-0 flex-1 py-1">
        <label htmlFor={id} className="block cursor-pointer font-medium">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="mt-0.5 text-sm text-quiet">
            {hint}
          </p>
        )}
      </div>
      <Switch.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="relative h-8 w-14 shrink-0 rounded-full bg-edge transition-colors before:absolute before:-inset-2 data-[state=checked]:bg-accent motion-reduce:transition-none"
      >
        <Switch.Thumb className="block size-6 translate-x-1 rounded-full bg-card transition-transform data-[state=checked]:translate-x-7 motion-reduce:transition-none" />
      </Switch.Root>
    </div>
  );
}
