import { useMutation } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { FoundCamera, OnvifCamera } from '../../../services/contract/onvif.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

export interface Login {
  readonly username: string;
  readonly password: string;
}

interface CameraLoginProps {
  readonly camera: Pick<FoundCamera, 'name' | 'address' | 'xaddr'>;
  readonly onConnected: (told: OnvifCamera, login: Login) => void;
  /** The camera does not tell: its stream is typed in. */
  readonly onType: (login: Login) => void;
  readonly onBack: () => void;
}

/** The user and password of a camera that was found; with them it tells which streams it has. */
export function CameraLogin({ camera, onConnected, onType, onBack }: CameraLoginProps) {
  const [login, setLogin] = useState<Login>({ username: 'admin', password: '' });
  const ask = useMutation(
    trpc.cameras.onvif.mutationOptions({
      onSuccess: (told) => {
        onConnected(told, login);
      },
    }),
  );
  return (
    <Card className="max-w-2xl p-5 md:p-6">
      <form
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          ask.mutate({ xaddr: camera.xaddr, ...login });
        }}
      >
        <div>
          <h2 className="text-lg font-semibold wrap-anywhere" dir="auto">
            {words.finding.loginTitle(camera.name || camera.address)}
          </h2>
          <p className="mt-1 text-quiet">{words.finding.loginDetail}</p>
        </div>
        <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
          <TextField
            label={words.cameras.username}
            value={login.username}
            onChange={(username) => {
              setLogin({ ...login, username });
            }}
          />
          <PasswordField
            label={words.cameras.password}
            value={login.password}
            autoFocus
            onChange={(password) => {
              setLogin({ ...login, password });
            }}
          />
        </div>
        {ask.isError && <Message kind="error">{sentenceOf(ask.error)}</Message>}
        <div className="flex flex-wrap justify-between gap-2">
          <Button kind="quiet" className="-ml-4" onClick={onBack}>
            <ArrowLeft aria-hidden className="size-5 rtl:rotate-180" />
            {words.finding.back}
          </Button>
          {ask.isError && (
            <Button
              className="ml-auto"
              onClick={() => {
                onType(login);
              }}
            >
              {words.finding.type}
            </Button>
          )}
          <Button type="submit" kind="primary" disabled={ask.isPending}>
            {ask.isPending ? words.finding.connecting : words.finding.connect}
          </Button>
        </div>
      </form>
    </Card>
  );
}
