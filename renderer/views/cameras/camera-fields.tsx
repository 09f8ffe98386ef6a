import type { CameraInput } from '../../../services/contract/api.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import type { Draft } from '../../parts/draft.ts';
import type { FieldErrors } from '../../parts/field-errors.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';
import { RecordingFields } from './recording-fields.tsx';
import { StreamAddresses } from './stream-addresses.tsx';
import { StreamRoles } from './stream-roles.tsx';

interface CameraFieldsProps {
  readonly draft: Draft<CameraInput>;
  readonly errors: FieldErrors;
  readonly hasPassword: boolean;
}

export function CameraFields({ draft, errors, hasPassword }: CameraFieldsProps) {
  const { value, edit } = draft;
  const set = (field: 'name' | 'area' | 'username' | 'password') => (text: string) => {
    edit({ [field]: text });
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <TextField
          label={words.cameras.name}
          placeholder={words.cameras.namePlaceholder}
          value={value.name}
          onChange={set('name')}
          error={errors['name']}
        />
        <TextField
          label={words.cameras.area}
          placeholder={words.cameras.areaPlaceholder}
          hint={words.cameras.areaHint}
          value={value.area}
          onChange={set('area')}
          error={errors['area']}
        />
      </div>
      <StreamAddresses draft={draft} errors={errors} />
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <TextField
          label={words.cameras.username}
          value={value.username}
          onChange={set('username')}
          error={errors['username']}
        />
        <PasswordField
          label={words.cameras.password}
          value={value.password}
          onChange={set('password')}
          hint={hasPassword ? words.common.keptPassword : undefined}
          error={errors['password']}
        />
      </div>
      <ChoiceField
        label={words.cameras.transport}
        hint={words.cameras.transportHint}
        value={value.transport}
        choices={[
          { value: 'tcp', label: words.cameras.tcp },
          { value: 'udp', label: words.cameras.udp },
        ]}
        onChange={(transport) => {
          edit({ transport });
        }}
      />
      {value.subAddress.trim() !== '' && <StreamRoles draft={draft} />}
      <RecordingFields draft={draft} />
      <SwitchField
        label={words.cameras.enabled}
        checked={value.enabled}
        onChange={(enabled) => {
          edit({ enabled });
        }}
      />
    </div>
  );
}
