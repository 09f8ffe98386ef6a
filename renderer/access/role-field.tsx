import { Role } from '../../services/contract/access.ts';
import { Field } from '../parts/field.tsx';
import { selectStyle } from '../parts/field-style.ts';
import { SelectFrame } from '../parts/select-frame.tsx';
import { words } from '../words/words.ts';

interface RoleFieldProps {
  readonly role: Role;
  readonly onChange: (role: Role) => void;
}

/** What somebody is in the house, and what that lets them do. */
export function RoleField({ role, onChange }: RoleFieldProps) {
  return (
    <Field label={words.access.role} hint={words.access.roleDetails[role]}>
      {(control) => (
        <SelectFrame>
          <select
            {...control}
            value={role}
            onChange={(chosen) => {
              const next = Role.safeParse(chosen.target.value).data;
              if (next !== undefined) onChange(next);
            }}
            className={selectStyle}
          >
            {Role.options.map((each) => (
              <option key={each} value={each}>
                {words.access.roles[each]}
              </option>
            ))}
          </select>
        </SelectFrame>
      )}
    </Field>
  );
}
