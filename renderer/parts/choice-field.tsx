import { RadioGroup } from 'radix-ui';
import { useId } from 'react';

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all in view. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const id = useId();
  return (
    <div>
      <span id={id} className="mb-1.5 block font-medium">
        {props.label}
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        value={props.value}
        onValueChange={(next) => {
          const chosen = props.choices.find((choice) => choice.value === next);
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
        className="inline-flex max-w-full gap-1 rounded-xl bg-sunken p-1"
      >
        {props.choices.map((choice) => (
          <RadioGroup.Item
            key={choice.value}
            value={choice.value}
            className="min-h-12 min-w-20 rounded-lg px-4 font-medium text-quiet data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent"
          >
            {choice.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {props.hint !== undefined && <p className="mt-1.5 text-sm text-quiet">{props.hint}</p>}
    </div>
  );
}
