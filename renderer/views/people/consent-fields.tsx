import { useId } from 'react';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { TickField } from '../../parts/tick-field.tsx';
import { words } from '../../words/words.ts';
import type { Naming } from './naming.ts';

/** Who allows that a face is kept, and who notes it. */
export function ConsentFields({ naming }: { readonly naming: Naming }) {
  const { draft, edit, errors, known } = naming;
  const list = useId();
  const name = draft.name.trim();
  const giver = draft.giver?.trim();
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-card bg-sunken p-4">
      <legend className="sr-only">{words.consent.title}</legend>
      {draft.giver !== null && (
        <TextField
          label={words.consent.giver}
          list={list}
          maxLength={60}
          value={draft.giver}
          onChange={(next) => {
            edit({ giver: next });
          }}
          error={errors.giver}
        />
      )}
      <TextField
        label={words.consent.recordedBy}
        list={list}
        maxLength={60}
        value={draft.recordedBy}
        onChange={(recordedBy) => {
          edit({ recordedBy });
        }}
        error={errors.recordedBy}
      />
      <datalist id={list}>
        {known.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
      <TickField
        label={giver === undefined ? words.consent.agrees(name) : words.consent.agreesFor(giver, name)}
        checked={draft.agreed}
        onChange={(agreed) => {
          edit({ agreed });
        }}
        error={errors.agreed}
      />
      <Button
        kind="quiet"
        className="-my-2 -ml-3 self-start text-sm"
        onClick={() => {
          edit({ giver: draft.giver === null ? '' : null, agreed: false });
        }}
      >
        {draft.giver === null ? words.consent.guardian : words.consent.themselves}
      </Button>
    </fieldset>
  );
}
