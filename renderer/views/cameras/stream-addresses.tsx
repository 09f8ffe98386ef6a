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

/** The large picture's first. */
const streamFields = ['address', 'subAddress'] as const;
type StreamField = (typeof streamFields)[number];

/** Where the large and the small picture come from. A password in an address moves to its own field when the field is left. */
export function StreamAddresses({ draft, errors }: StreamAddressesProps) {
  const { value, edit } = draft;
  const [moved, setMoved] = useState<StreamField | null>(null);
  return (
    <>
      {streamFields.map((field) => (
        <TextField
          key={field}
          label={words.cameras[field]}
          placeholder={words.cameras[`${field}Placeholder`]}
          hint={moved === field ? words.cameras.moved : words.cameras[`${field}Hint`]}
          inputMode="url"
          dir="ltr"
          value={value[field]}
          onChange={(address) => {
            edit(field === 'address' ? { address } : { subAddress: address });
            setMoved(null);
          }}
          onBlur={() => {
            if (addressApart(value[field]) === null) return;
            edit(sentCamera(value));
            setMoved(field);
          }}
          error={errors[field]}
        />
      ))}
      <CameraExamples address={value.address} onChoose={edit} />
    </>
  );
}
