import { Check, Delete } from 'lucide-react';
import { words } from '../words/words.ts';

interface PinPadProps {
  readonly pin: string;
  readonly isBusy: boolean;
  readonly canOpen: boolean;
  readonly onChange: (pin: string) => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const longest = 12;
const keyStyle =
  'grid size-16 place-items-center rounded-2xl text-2xl font-medium select-none tabular-nums disabled:opacity-50 ';

/** Ten digits for a thumb, and what ends or corrects them. The form that it is in opens. */
export function PinPad({ pin, isBusy, canOpen, onChange }: PinPadProps) {
  const digit = (value: string) => (
    <button
      key={value}
      type="button"
      disabled={isBusy || pin.length >= longest}
      onClick={() => {
        onChange(`${pin}${value}`);
      }}
      className={`${keyStyle}bg-sunken hover:not-disabled:bg-line active:bg-accent-soft`}
    >
      {value}
    </button>
  );
  return (
    <div role="group" aria-label={words.access.ask.pad} className="grid grid-cols-3 justify-center gap-2">
      {digits.map(digit)}
      <button
        type="button"
        aria-label={words.access.ask.deleteDigit}
        disabled={isBusy || pin === ''}
        onClick={() => {
          onChange(pin.slice(0, -1));
        }}
        className={`${keyStyle}text-quiet hover:not-disabled:bg-sunken`}
      >
        <Delete aria-hidden className="size-7" />
      </button>
      {digit('0')}
      <button
        type="submit"
        aria-label={words.access.ask.open}
        disabled={isBusy || !canOpen}
        className={`${keyStyle}bg-accent text-on-accent disabled:bg-sunken disabled:text-quiet`}
      >
        <Check aria-hidden className="size-7" strokeWidth={2.5} />
      </button>
    </div>
  );
}
