import { Search, X } from 'lucide-react';
import { useId } from 'react';
import { fieldStyle } from '../../parts/field-style.ts';
import { words } from '../../words/words.ts';

interface SettingsSearchProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Shows the first that was found. */
  readonly onEnter: () => void;
}

export function SettingsSearch({ value, onChange, onEnter }: SettingsSearchProps) {
  const id = useId();
  return (
    <form
      role="search"
      className="relative"
      onSubmit={(submit) => {
        submit.preventDefault();
        onEnter();
      }}
    >
      <label htmlFor={id} className="sr-only">
        {words.settings.search}
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3.5 my-auto size-5 text-quiet"
      />
      <input
        id={id}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        placeholder={words.settings.search}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onChange('');
        }}
        className={`${fieldStyle} px-11`}
      />
      {value !== '' && (
        <button
          type="button"
          aria-label={words.settings.clearSearch}
          onClick={() => {
            onChange('');
          }}
          className="absolute inset-y-0 right-0 grid w-12 place-items-center rounded-xl text-quiet hover:text-ink"
        >
          <X aria-hidden className="size-5" />
        </button>
      )}
    </form>
  );
}
