import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '../../parts/card.tsx';
import { words } from '../../words/words.ts';
import type { DrawnKind } from './zone-draft.ts';
import { zoneLooks } from './zone-look.ts';

interface PlaceRowProps {
  readonly name: string;
  readonly kind: DrawnKind;
  readonly detail: string;
  readonly open: boolean;
  readonly disabled: boolean;
  readonly onToggle: () => void;
  /** Its fields, shown while it is open. */
  readonly children: ReactNode;
}

/** A zone or a line in the list, unfolded while it is worked on. */
export function PlaceRow({ name, kind, detail, open, disabled, onToggle, children }: PlaceRowProps) {
  const { icon: Icon, dot } = zoneLooks[kind];
  return (
    <Card className={`overflow-hidden ${open ? 'border-accent' : ''}`}>
      <button
        type="button"
        aria-expanded={open}
        aria-label={open ? words.zones.fold(name) : words.zones.edit(name)}
        disabled={disabled}
        className="flex min-h-14 w-full items-center gap-3 px-4 py-2 text-left -outline-offset-3 hover:not-disabled:bg-sunken"
        onClick={onToggle}
      >
        <span className={`grid size-8 shrink-0 place-items-center rounded-full text-white ${dot}`}>
          <Icon aria-hidden className="size-4.5" />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold" dir="auto">
            {name}
          </span>
          <span className="block truncate text-sm text-quiet">{detail}</span>
        </span>
        <ChevronDown aria-hidden className={`size-5 shrink-0 text-quiet ${open ? 'rotate-180' : ''}`} />
      </button>
      {open && <div className="border-t border-line p-4">{children}</div>}
    </Card>
  );
}
