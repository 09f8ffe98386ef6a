import { words } from '../../words/words.ts';

interface NameChipsProps {
  readonly names: readonly string[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

/** The people one knows, to tap instead of typing. */
export function NameChips({ names, chosen, onChoose }: NameChipsProps) {
  if (names.length === 0) return null;
  return (
    <div role="group" aria-label={words.event.known}>
      <p aria-hidden className="mb-1.5 text-sm text-quiet">
        {words.event.known}
      </p>
      <div className="flex max-h-40 flex-wrap gap-2 -m-1 overflow-y-auto p-1">
        {names.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === chosen.trim()}
            onClick={() => {
              onChoose(name);
            }}
            className="min-h-12 max-w-full truncate rounded-xl border border-line px-4 font-medium aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            dir="auto"
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
