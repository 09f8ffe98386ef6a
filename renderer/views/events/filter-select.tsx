import { selectStyle } from '../../parts/field-style.ts';
import { SelectFrame } from '../../parts/select-frame.tsx';

interface FilterSelectProps<T extends string> {
  readonly label: string;
  /** What choosing none of them is called. */
  readonly all: string;
  readonly choices: readonly { readonly value: T; readonly name: string }[];
  readonly chosen: T | undefined;
  readonly onChoose: (value: T | undefined) => void;
}

/** One of a few, or all; nothing at all where there is nothing to choose from. */
export function FilterSelect<T extends string>(props: FilterSelectProps<T>) {
  const { label, all, choices, chosen, onChoose } = props;
  if (choices.length === 0) return null;
  return (
    <SelectFrame className="w-44 short:w-40">
      <select
        aria-label={label}
        className={`${selectStyle} ${chosen === undefined ? '' : 'border-accent! bg-accent-soft!'}`}
        value={chosen ?? ''}
        onChange={(change) => {
          onChoose(choices.find(({ value }) => value === change.target.value)?.value);
        }}
      >
        <option value="">{all}</option>
        {choices.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </SelectFrame>
  );
}
