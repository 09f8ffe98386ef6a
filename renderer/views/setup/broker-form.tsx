import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SettingsUpdate, type ShownSettings } from '../../../services/contract/api.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useDraft } from '../../parts/draft.ts';
import { fieldErrors } from '../../parts/field-errors.ts';
import { Message } from '../../parts/message.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { FoundDevices } from './found-devices.tsx';

/** The broker that devices come through: its address and login, then what was found. */
export function BrokerForm({ stored }: { readonly stored: ShownSettings['mqtt'] }) {
  const text = words.setup.rooms;
  const [changing, setChanging] = useState(false);
  return (
    <Card className="flex flex-col gap-5 p-5">
      <div>
        <h2 className="text-lg font-semibold">{text.broker}</h2>
        <p className="mt-1 text-quiet">{text.brokerDetail}</p>
      </div>
      {stored.enabled && <FoundDevices />}
      {stored.enabled && !changing ? (
        <Button
          className="self-start"
          onClick={() => {
            setChanging(true);
          }}
        >
          {text.change}
        </Button>
      ) : (
        <BrokerFields
          stored={stored}
          onSaved={() => {
            setChanging(false);
          }}
        />
      )}
    </Card>
  );
}

interface BrokerFieldsProps {
  readonly stored: ShownSettings['mqtt'];
  readonly onSaved: () => void;
}

function BrokerFields({ stored: { hasPassword, ...rest }, onSaved }: BrokerFieldsProps) {
  const { value, edit } = useDraft({ ...rest, password: '' });
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const update = useMutation(
    trpc.settings.update.mutationOptions({
      onSuccess: (settings) => {
        queries.setQueryData(trpc.settings.get.queryKey(), settings);
        onSaved();
      },
    }),
  );
  const errors = fieldErrors(SettingsUpdate.shape.mqtt, value);
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        setTried(true);
        if (Object.keys(errors).length === 0) update.mutate({ mqtt: { ...value, enabled: true } });
      }}
    >
      <TextField
        label={words.setup.rooms.url}
        inputMode="url"
        dir="ltr"
        value={value.url}
        onChange={(url) => {
          edit({ url });
        }}
        error={tried ? errors['url'] : undefined}
      />
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2 md:grid-cols-1 xl:grid-cols-2">
        <TextField
          label={words.cameras.username}
          value={value.username}
          onChange={(username) => {
            edit({ username });
          }}
        />
        <PasswordField
          label={words.cameras.password}
          hint={hasPassword ? words.common.keptPassword : undefined}
          value={value.password}
          onChange={(password) => {
            edit({ password });
          }}
        />
      </div>
      {update.isError && <Message kind="error">{sentenceOf(update.error)}</Message>}
      <Button type="submit" kind="soft" disabled={update.isPending}>
        {update.isPending ? words.setup.rooms.connecting : words.setup.rooms.connect}
      </Button>
    </form>
  );
}
