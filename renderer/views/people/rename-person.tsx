import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PersonName, type Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { fieldErrors } from '../../parts/field-errors.ts';
import { Modal } from '../../parts/modal.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

interface RenamePersonProps {
  readonly person: Person;
  readonly onClose: () => void;
}

export function RenamePerson({ person, onClose }: RenamePersonProps) {
  const [name, setName] = useState(person.name);
  const queries = useQueryClient();
  const rename = useMutation(
    trpc.people.rename.mutationOptions({
      onSuccess: async () => {
        onClose();
        await Promise.all([
          queries.invalidateQueries(trpc.people.pathFilter()),
          queries.invalidateQueries(trpc.events.pathFilter()),
        ]);
      },
    }),
  );
  const wrong = fieldErrors(PersonName, name)[''];
  return (
    <Modal title={words.people.renameTitle(person.name)} open onClose={onClose}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          if (wrong === undefined) rename.mutate({ personId: person.id, name: name.trim() });
        }}
      >
        <TextField
          label={words.people.name}
          autoFocus
          value={name}
          onChange={setName}
          error={wrong ?? (rename.isError ? sentenceOf(rename.error) : undefined)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" kind="primary" disabled={wrong !== undefined || rename.isPending}>
            {rename.isPending ? words.common.saving : words.common.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
