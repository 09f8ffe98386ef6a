import { Search, X } from 'lucide-react';
import { fieldStyle } from '../../parts/field-style.ts';
import { words } from '../../words/words.ts';

interface SearchFieldProps {
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** As people ask: “car yesterday evening”. */
export function SearchField({ text, onType }: SearchFieldProps) {
  return (
    <div role="search" className="relative min-w-0 flex-1 basis-52">
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3.5 my-auto size-5 text-quiet"
      />
      <input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-label={words.timeline.find}
        placeholder={words.timeline.findPlaceholder}
        value={text}
        onChange={(change) => {
          onType(change.target.value);
        }}
        onKeyDown={(press) => {
          if (press.key === 'Escape') onType('');
        }}
        className={`${fieldStyle} px-11!`}
      />
      {text !== '' && (
        <button
          type="button"
          aria-label={words.timeline.clear}
          onClick={() => {
            onType('');
          }}
          className="absolute inset-y-0 right-0 grid w-12 place-items-center rounded-xl text-quiet hover:text-ink"
        >
          <X aria-hidden className="size-5" />
        </button>
      )}
    </div>
  );
}
