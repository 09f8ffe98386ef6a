import type { AccessSettings } from '../../services/contract/access.ts';
import { Card } from '../parts/card.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { Field } from '../parts/field.tsx';
import { selectStyle } from '../parts/field-style.ts';
import { Message } from '../parts/message.tsx';
import { Section } from '../parts/section.tsx';
import { SelectFrame } from '../parts/select-frame.tsx';
import { words } from '../words/words.ts';
import { useSaveAccess } from './save-access.ts';

const idleChoices = [1, 2, 5, 10, 15, 30, 60];

/** What the kiosk is to whoever gives no PIN, and how long a PIN holds. */
export function BaseForm({ stored }: { readonly stored: AccessSettings }) {
  const { value, error, change } = useSaveAccess(stored);
  const { roles, roleDetails } = words.access;
  const minutes = [...new Set([...idleChoices, value.idleMinutes])].sort((a, b) => a - b);
  return (
    <Section title={words.access.base}>
      <Card className="flex flex-col gap-5 p-5">
        <ChoiceField
          label={words.access.role}
          hint={roleDetails[value.base]}
          value={value.base}
          choices={[
            { value: 'resident', label: roles.resident },
            { value: 'guest', label: roles.guest },
            { value: 'child', label: roles.child },
          ]}
          onChange={(base) => {
            change({ base });
          }}
        />
        <p className="-mt-3 text-sm text-quiet">{words.access.baseHint}</p>
        <Field label={words.access.idle}>
          {(control) => (
            <SelectFrame className="max-w-60">
              <select
                {...control}
                value={value.idleMinutes}
                onChange={(chosen) => {
                  change({ idleMinutes: Number(chosen.target.value) });
                }}
                className={selectStyle}
              >
                {minutes.map((count) => (
                  <option key={count} value={count}>
                    {words.access.minutes(count)}
                  </option>
                ))}
              </select>
            </SelectFrame>
          )}
        </Field>
        {error !== undefined && <Message kind="error">{error}</Message>}
      </Card>
    </Section>
  );
}
