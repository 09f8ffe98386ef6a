import { Card } from '../../parts/card.tsx';
import { Section } from '../../parts/section.tsx';
import { words } from '../../words/words.ts';
import { PlaceRow } from './place-row.tsx';
import { editZone, removeZone, select, type ZoneDraft } from './zone-draft.ts';
import { ZoneFields } from './zone-fields.tsx';
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
          {zones.map((zone, index) => (
            <li key={index} data-zone-row={zone.name}>
              <PlaceRow
                name={zone.name}
                kind={zone.kind}
                detail={words.zones.kinds[zone.kind]}
                open={index === draft.selected}
                disabled={draft.outline !== null}
                onToggle={() => {
                  change((before) => select(before, index === draft.selected ? null : index));
                }}
              >
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
              </PlaceRow>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
