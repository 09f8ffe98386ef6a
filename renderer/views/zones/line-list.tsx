import { Section } from '../../parts/section.tsx';
import { words } from '../../words/words.ts';
import { editLine, removeLine, selectLine, turnLine } from './line-draft.ts';
import { LineFields } from './line-fields.tsx';
import { PlaceRow } from './place-row.tsx';
import { endStep, type ZoneDraft } from './zone-draft.ts';
import type { Change } from './zone-pen.ts';

/** The lines by name; the one that is worked on is unfolded. Nothing where there is none. */
export function LineList({ draft, change }: { readonly draft: ZoneDraft; readonly change: Change }) {
  const { lines } = draft.plan;
  if (lines.length === 0) return null;
  return (
    <Section title={words.lines.list}>
      <ul className="flex flex-col gap-2">
        {lines.map((line, index) => (
          <li key={index} data-line-row={line.name}>
            <PlaceRow
              name={line.name}
              kind="line"
              detail={words.lines.details[line.direction]}
              open={index === draft.line}
              disabled={draft.outline !== null}
              onToggle={() => {
                change((before) => selectLine(before, index === draft.line ? null : index));
              }}
            >
              <LineFields
                line={line}
                onEdit={(edit) => {
                  change((before) => editLine(before, index, edit));
                }}
                onTurn={() => {
                  change((before) => endStep(turnLine(endStep(before), index)));
                }}
                onRemove={() => {
                  change((before) => removeLine(before, index));
                }}
              />
            </PlaceRow>
          </li>
        ))}
      </ul>
    </Section>
  );
}
