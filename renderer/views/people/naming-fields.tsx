import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';
import { ConsentFields } from './consent-fields.tsx';
import type { Naming } from './naming.ts';
import { PersonChips } from './person-chips.tsx';

interface NamingFieldsProps {
  readonly naming: Naming;
  readonly autoFocus?: boolean;
}

/** Who it is: somebody known by a tap, or a new name with the consent that it needs. */
export function NamingFields({ naming, autoFocus = false }: NamingFieldsProps) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <NameFields naming={naming} autoFocus={autoFocus} />
      {naming.asksConsent && <ConsentFields naming={naming} />}
    </div>
  );
}

/** The name alone. */
export function NameFields({ naming, autoFocus = false }: NamingFieldsProps) {
  const { draft, edit, known, errors } = naming;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <TextField
        label={words.people.name}
        autoFocus={autoFocus}
        maxLength={60}
        value={draft.name}
        onChange={(name) => {
          edit({ name });
        }}
        error={errors.name}
      />
      <PersonChips
        people={known}
        chosen={draft.name.trim()}
        onChoose={({ name }) => {
          edit({ name });
        }}
      />
    </div>
  );
}
