import { useState } from 'react';
import { addressApart } from '../../../services/contract/address.ts';
import type { CameraInput } from '../../../services/contract/api.ts';
import type { Draft } from '../../parts/draft.ts';
import type { FieldErrors } from '../../parts/field-errors.ts';
import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';
import { CameraExamples } from './camera-examples.tsx';
import { sentCamera } from './sent-camera.ts';

interface StreamAddressesProps {
  readonly draft: Draft<CameraInput>;
  readonly errors: FieldErrors;
}

/** Where the large and the small picture come from. A password in an address moves to its own field when the field is left. */
export function StreamAddresses({ draft, errors }: StreamAddressesProps) {
  const { value, edit } = draft;
  const [moved, setMoved] = useState<'none' | 'main' | 'sub'>('none');
  const settle = (stream: 'main' | 'sub') => () => {
    if (addressApart(stream === 'main' ? value.address : value.subAddress) === null) return;
    edit(sentCamera(value));
    setMoved(stream);
  };
  return (
    <>
      <TextField
        label={words.cameras.address}
        placeholder={words.cameras.addressPlaceholder}
        hint={moved === 'main' ? words.cameras.moved : words.cameras.addressHint}
        inputMode="url"
        dir="ltr"
        value={value.address}
        onChange={(address) => {
          edit({ address });
          setMoved('none');
        }}
        onBlur={settle('main')}
        error={errors['address']}
      />
      <TextField
        label={words.cameras.subAddress}
        placeholder={words.cameras.subAddressPlaceholder}
        hint={moved === 'sub' ? words.cameras.moved : words.cameras.subAddressHint}
        inputMode="url"
        dir="ltr"
        value={value.subAddress}
        onChange={(subAddress) => {
          edit({ subAddress });
          setMoved('none');
        }}
        onBlur={settle('sub')}
        error={errors['subAddress']}
      />
      <CameraExamples address={value.address} onChoose={edit} />
    </>
  );
}
