import type { CameraInput } from '../../../services/contract/api.ts';
import type { Draft } from '../../parts/draft.ts';
import type { FieldErrors } from '../../parts/field-errors.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';
import { CameraExamples } from '../cameras/camera-examples.tsx';

interface QuickFieldsProps {
  readonly draft: Draft<CameraInput>;
  /** The camera told its streams by itself: only its name is asked. */
  readonly isTold: boolean;
  readonly errors: FieldErrors;
}

export function QuickFields({ draft: { value, edit }, isTold, errors }: QuickFieldsProps) {
  return (
    <>
      {!isTold && (
        <>
          <TextField
            label={words.setup.cameras.typed}
            placeholder={words.cameras.addressPlaceholder}
            inputMode="url"
            dir="ltr"
            autoFocus
            value={value.address}
            onChange={(address) => {
              edit({ address });
            }}
            error={errors['address']}
          />
          <CameraExamples address={value.address} onChoose={edit} />
          <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
            <TextField
              label={words.cameras.username}
              value={value.username}
              onChange={(username) => {
                edit({ username });
              }}
              error={errors['username']}
            />
            <PasswordField
              label={words.cameras.password}
              value={value.password}
              onChange={(password) => {
                edit({ password });
              }}
              error={errors['password']}
            />
          </div>
        </>
      )}
      <TextField
        label={words.setup.cameras.name}
        placeholder={words.cameras.namePlaceholder}
        maxLength={60}
        value={value.name}
        onChange={(name) => {
          edit({ name });
        }}
        error={errors['name']}
      />
    </>
  );
}
