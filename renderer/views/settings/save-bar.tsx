import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { words } from '../../words/words.ts';
import type { SectionEdits } from './section-edits.ts';

interface SaveBarProps {
  readonly section: SectionEdits;
  /** What the changes come to. */
  readonly effect: ReactNode;
}

/** Stays at the lower edge of the screen while something is not saved, so that nobody has to look for it. */
export function SaveBar({ section, effect }: SaveBarProps) {
  const { state } = section;
  const isOpen = state === 'changed' || state === 'saving';
  return (
    <div
      className={
        isOpen ? 'sticky bottom-0 z-10 -mx-1 border-t border-line bg-ground px-1 py-3' : 'min-h-12 py-3'
      }
    >
      {isOpen && (
        <div className="mb-2 flex flex-col gap-2 empty:hidden short:gap-1 short:text-sm">{effect}</div>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="status" className="mr-auto text-sm text-quiet">
          {state === 'changed' && words.common.unsaved}
          {state === 'saved' && (
            <span className="flex items-center gap-1.5 font-medium text-good">
              <Check aria-hidden className="size-5" />
              {words.common.saved}
            </span>
          )}
        </p>
        {isOpen && (
          <>
            <Button onClick={section.discard}>{words.common.discard}</Button>
            <Button type="submit" kind="primary" disabled={state !== 'changed' || section.theirs.length > 0}>
              {state === 'saving' ? words.common.saving : words.common.save}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
