import { ChevronDown } from 'lucide-react';
import { Card } from '../../parts/card.tsx';
import { Section } from '../../parts/section.tsx';
import { words } from '../../words/words.ts';
import { editZone, removeZone, select, type ZoneDraft } from './zone-draft.ts';
import { ZoneFields } from './zone-fields.tsx';
import { zoneLooks } from './zone-look.ts';
import type { Change } from './zone-pen.ts';

interface ZoneListProps {
  readonly draft: ZoneDraft;
  /** What holds where a zone has none of its own. */
  readonly sensitivity: number;
  readonly change: Change;
}

/** The zones by name; the one that is worked on is unfolded. */
export function ZoneList({ draft, sensitivity, change }: ZoneListProps) {
  const { zones } = draft.plan;
  return (
    <Section title={words.zones.list}>
      {zones.length === 0 ? (
        <Card className="p-4">
          <p className="font-medium">{words.zones.empty}</p>
          <p className="mt-0.5 text-sm text-quiet">{words.zones.emptyDetail}</p>
        </Card>
      ) : (
        <ul className="flex flex-col gap-2">
          {zones.map((zone, index) => {
            const open = index === draft.selected;
            const { icon: Icon, dot } = zoneLooks[zone.kind];
            return (
              <li key={index} data-zone-row={zone.name}>
                <Card className={`overflow-hidden ${open ? 'border-accent' : ''}`}>
                  <button
                    type="button"
                    aria-expanded={open}
                    aria-label={open ? words.zones.fold(zone.name) : words.zones.edit(zone.name)}
                    disabled={draft.outline !== null}
                    className="flex min-h-14 w-full items-center gap-3 px-4 py-2 text-left -outline-offset-3 hover:not-disabled:bg-sunken"
                    onClick={() => {
                      change((before) => select(before, open ? null : index));
                    }}
                  >
                    <span
                      className={`grid size-8 shrink-0 place-items-center rounded-full text-white ${dot}`}
                    >
                      <Icon aria-hidden className="size-4.5" />
                    </span>
                    <span className="min-w-0 flex-1">
                      <span className="block truncate font-semibold" dir="auto">
                        {zone.name}
                      </span>
                      <span className="block truncate text-sm text-quiet">
                        {words.zones.kinds[zone.kind]}
                      </span>
                    </span>
                    <ChevronDown
                      aria-hidden
                      className={`size-5 shrink-0 text-quiet ${open ? 'rotate-180' : ''}`}
                    />
                  </button>
                  {open && (
                    <div className="border-t border-line p-4">
                      <ZoneFields
                        zone={zone}
                        sensitivity={sensitivity}
                        onEdit={(edit) => {
                          change((before) => editZone(before, index, edit));
                        }}
                        onRemove={() => {
                          change((before) => removeZone(before, index));
                        }}
                      />
                    </div>
                  )}
                </Card>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
