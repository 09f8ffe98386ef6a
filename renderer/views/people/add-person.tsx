import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PersonName } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { fieldErrors } from '../../parts/field-errors.ts';
import { Modal } from '../../parts/modal.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { base64Of, troubleWithPhoto } from './photo.ts';
import { PhotoField } from './photo-field.tsx';

interface AddPersonProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A new person from a photo. A refusal (no face, several faces, not a photo) stands at the photo; the name is kept. */
export function AddPerson({ open, onClose }: AddPersonProps) {
  const [name, setName] = useState('');
  const [photo, setPhoto] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const enrol = useMutation(
    trpc.people.enrolPhoto.mutationOptions({
      onSuccess: () => {
        setName('');
        setPhoto(null);
        setTried(false);
        onClose();
        return queries.invalidateQueries(trpc.people.pathFilter());
      },
    }),
  );
  const read = useMutation({
    mutationFn: async (file: File) => enrol.mutateAsync({ name: name.trim(), photo: await base64Of(file) }),
  });
  const wrongName = fieldErrors(PersonName, name)[''];
  const wrongPhoto = photo === null ? words.people.choosePhoto : troubleWithPhoto(photo);
  const refused =
    read.error === null ? undefined : enrol.isError ? sentenceOf(enrol.error) : words.people.unreadable;
  return (
    <Modal title={words.people.addTitle} detail={words.people.addDetail} open={open} onClose={onClose}>
      <form
        className="flex flex-col gap-5"
        noValidate
        onSubmit={(submit) => {
          submit.preventDefault();
          setTried(true);
          if (photo !== null && wrongName === undefined && wrongPhoto === undefined) read.mutate(photo);
        }}
      >
        <PhotoField
          photo={photo}
          error={photo === null && !tried ? undefined : (wrongPhoto ?? refused)}
          onChoose={(file) => {
            read.reset();
            enrol.reset();
            setPhoto(file);
          }}
        />
        <TextField
          label={words.people.name}
          value={name}
          onChange={setName}
          error={tried ? wrongName : undefined}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" kind="primary" disabled={read.isPending}>
            {read.isPending ? words.people.reading : words.people.addIt}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
