import { useId } from 'react';
import { ChoiceField } from '../../parts/choice-field.tsx';
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
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-card bg-sunken p-4">
      <legend className="sr-only">{words.consent.title}</legend>
      <ChoiceField
        label={words.consent.who}
        value={draft.giver === null ? 'themselves' : 'guardian'}
        choices={[
          { value: 'themselves', label: words.consent.themselves },
          { value: 'guardian', label: words.consent.guardian },
        ]}
        onChange={(who) => {
          edit({ giver: who === 'guardian' ? '' : null, agreed: false });
        }}
      />
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
        hint={words.consent.recordedByHint}
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
    </fieldset>
  );
}
