import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessSettings, Member } from '../../services/contract/access.ts';
import { NetworkSettings } from '../../services/contract/network.ts';
import { trpc } from '../hub.ts';
import { Card } from '../parts/card.tsx';
import { Message } from '../parts/message.tsx';
import { Section } from '../parts/section.tsx';
import { SwitchField } from '../parts/switch-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { said } from '../words/said.ts';
import { words } from '../words/words.ts';
import { NetworkAddresses } from './network-addresses.tsx';
import { NetworkSessions } from './network-sessions.tsx';
import { useSaveAccess } from './save-access.ts';

/** While the card is looked at. */
const everyMs = 2000;

interface NetworkFormProps {
  readonly stored: AccessSettings;
  readonly members: readonly Member[];
}

/** Whether other devices of the house reach the page, how they know it again, and which are logged in. */
export function NetworkForm({ stored, members }: NetworkFormProps) {
  const { value, error, change } = useSaveAccess(stored);
  const [port, setPort] = useState(String(value.network.port));
  const view = useQuery({ ...trpc.access.network.queryOptions(), refetchInterval: everyMs }).data;
  const { afar } = words.access;
  const typed = NetworkSettings.shape.port.safeParse(Number(port));
  const state = view?.state;
  return (
    <Section title={afar.title}>
      <Card className="flex flex-col gap-5 p-5">
        <SwitchField
          label={afar.enabled}
          hint={afar.enabledHint}
          checked={value.network.enabled}
          onChange={(enabled) => {
            change({ network: { ...value.network, enabled } });
          }}
        />
        {error !== undefined && <Message kind="error">{error}</Message>}
        {value.network.enabled && (
          <>
            <TextField
              label={afar.port}
              inputMode="numeric"
              value={port}
              onChange={setPort}
              onBlur={() => {
                if (typed.success && typed.data !== value.network.port)
                  change({ network: { ...value.network, port: typed.data } });
              }}
              error={typed.success ? undefined : afar.portWrong}
            />
            {state?.kind === 'failed' && (
              <Message kind="error">{`${said(state.what)} ${said(state.advice)}`}</Message>
            )}
            {state?.kind === 'off' && (
              <p role="status" className="text-quiet">
                {afar.opening}
              </p>
            )}
            {state?.kind === 'open' && <NetworkAddresses {...state} />}
            {view !== undefined && <NetworkSessions sessions={view.sessions} members={members} />}
          </>
        )}
      </Card>
    </Section>
  );
}
