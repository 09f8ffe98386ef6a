import { Switch } from 'radix-ui';
import { useId } from 'react';

interface SwitchFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off; the whole row can be tapped. */
export function SwitchField({ label, hint, checked, onChange }: SwitchFieldProps) {
  const id = useId();
  return (
    <div className="flex min-h-12 items-center justify-between gap-6">
      <label htmlFor={id} className="min-w-0 flex-1 cursor-pointer py-1">
        <span className="block font-medium">{label}</span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className="mt-0.5 block text-sm text-quiet">
            {hint}
          </span>
        )}
      </label>
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
