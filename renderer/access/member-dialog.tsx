import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Member, MemberName, Pin, type Role } from '../../services/contract/access.ts';
import { Password } from '../../services/contract/network.ts';
import { trpc } from '../hub.ts';
import { Button } from '../parts/button.tsx';
import { showFirstError } from '../parts/first-error.ts';
import { Message } from '../parts/message.tsx';
import { Modal } from '../parts/modal.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { sentenceOf } from '../words/sentence.ts';
import { words } from '../words/words.ts';
import { PersonField } from './person-field.tsx';
import { RoleField } from './role-field.tsx';

interface MemberDialogProps {
  /** Null: somebody new. */
  readonly member: Member | null;
  /** The first one is an owner. */
  readonly isFirst: boolean;
  readonly onClose: () => void;
}

/** Name, role and PIN of somebody. */
export function MemberDialog({ member, isFirst, onClose }: MemberDialogProps) {
  const [name, setName] = useState(member?.name ?? '');
  const [role, setRole] = useState<Role>(member?.role ?? (isFirst ? 'owner' : 'resident'));
  const [pin, setPin] = useState('');
  const [personId, setPersonId] = useState(member?.personId ?? null);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { save, remove } = useMemberDeeds(onClose);
  const nameError = MemberName.safeParse(name).success ? undefined : words.access.nameMissing;
  const isPinKept = member !== null && pin === '';
  const pinError = isPinKept || Pin.safeParse(pin).success ? undefined : words.access.pinWrong;
  const passwordError =
    password === '' || Password.safeParse(password).success ? undefined : words.access.afar.passwordWrong;
  const error = save.error ?? remove.error;
  const submit = (): void => {
    setTried(true);
    if ([nameError, pinError, passwordError].some((wrong) => wrong !== undefined)) return;
    const known = member === null ? {} : { memberId: member.id };
    const secrets = { ...(isPinKept ? {} : { pin }), ...(password === '' ? {} : { password }) };
    save.mutate({ ...known, name, role, personId, ...secrets });
  };
  return (
    <Modal
      title={member === null ? words.access.addTitle : words.access.editTitle(member.name)}
      {...(isFirst ? { detail: words.access.firstIsOwner } : {})}
      open
      onClose={onClose}
    >
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
          showFirstError(event.currentTarget);
        }}
      >
        <TextField
          label={words.access.name}
          autoFocus
          maxLength={200}
          value={name}
          onChange={setName}
          error={tried ? nameError : undefined}
        />
        <PasswordField
          label={words.access.newPin}
          inputMode="numeric"
          hint={member === null ? words.access.newPinHint : words.access.keptPin}
          value={pin}
          onChange={setPin}
          error={tried ? pinError : undefined}
        />
        {!isFirst && <RoleField role={role} onChange={setRole} />}
        <PasswordField
          label={words.access.afar.password}
          hint={
            member?.hasPassword === true ? words.access.afar.keptPassword : words.access.afar.passwordHint
          }
          value={password}
          onChange={setPassword}
          error={tried ? passwordError : undefined}
        />
        <PersonField personId={personId} onChange={setPersonId} />
        {error !== null && <Message kind="error">{sentenceOf(error)}</Message>}
        <div className="flex flex-wrap items-center justify-end gap-2">
          {member !== null && (
            <Button
              kind="quiet-danger"
              className="mr-auto -ml-4"
              disabled={remove.isPending}
              onClick={() => {
                remove.mutate({ memberId: member.id });
              }}
            >
              {words.access.remove}
            </Button>
          )}
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" kind="primary" disabled={save.isPending}>
            {save.isPending ? words.common.saving : words.common.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function useMemberDeeds(onDone: () => void) {
  const queries = useQueryClient();
  const onSuccess = (): Promise<void> => {
    onDone();
    return queries.invalidateQueries(trpc.access.members.queryFilter());
  };
  return {
    save: useMutation(trpc.access.save.mutationOptions({ onSuccess })),
    remove: useMutation(trpc.access.remove.mutationOptions({ onSuccess })),
  };
}
