import { useState } from 'react';
import { addressApart } from '../../../services/contract/address.ts';
import type { CameraInput } from '../../../services/contract/api.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import type { Draft } from '../../parts/draft.ts';
import type { FieldErrors } from '../../parts/field-errors.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';
import { CameraExamples } from './camera-examples.tsx';

interface CameraFieldsProps {
  readonly draft: Draft<CameraInput>;
  readonly errors: FieldErrors;
  readonly hasPassword: boolean;
}

export function CameraFields({ draft, errors, hasPassword }: CameraFieldsProps) {
  const { value, edit } = draft;
  const [moved, setMoved] = useState(false);
  const settle = () => {
    const split = addressApart(value.address);
    if (split === null) return;
    edit(split);
    setMoved(true);
  };
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
      <TextField
        label={words.cameras.address}
        placeholder={words.cameras.addressPlaceholder}
        hint={moved ? words.cameras.moved : words.cameras.addressHint}
        inputMode="url"
        dir="ltr"
        value={value.address}
        onChange={(address) => {
          edit({ address });
          setMoved(false);
        }}
        onBlur={settle}
        error={errors['address']}
      />
      <CameraExamples
        address={value.address}
        onChoose={(address) => {
          edit({ address });
        }}
      />
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
