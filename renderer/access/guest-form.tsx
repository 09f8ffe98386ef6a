import { useQuery } from '@tanstack/react-query';
import { type AccessSettings, GuestPermission } from '../../services/contract/access.ts';
import { trpc } from '../hub.ts';
import { Card } from '../parts/card.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { Message } from '../parts/message.tsx';
import { Section } from '../parts/section.tsx';
import { TickField } from '../parts/tick-field.tsx';
import { words } from '../words/words.ts';
import { useSaveAccess } from './save-access.ts';

/** What a guest sees and does, be it somebody with a guest's PIN, or everybody where the kiosk is a guest's. */
export function GuestForm({ stored }: { readonly stored: AccessSettings }) {
  const { value, error, change } = useSaveAccess(stored);
  const cameras = useQuery(trpc.cameras.list.queryOptions()).data ?? [];
  const { guest } = value;
  const toggled = <T extends string>(all: readonly T[], one: T): T[] =>
    all.includes(one) ? all.filter((each) => each !== one) : [...all, one];
  return (
    <Section title={words.access.guests}>
      <Card className="flex flex-col gap-5 p-5">
        <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
          {GuestPermission.options.map((permission) => (
            <TickField
              key={permission}
              label={words.access.permissions[permission]}
              checked={guest.may.includes(permission)}
              onChange={() => {
                change({ guest: { ...guest, may: toggled(guest.may, permission) } });
              }}
            />
          ))}
        </div>
        <ChoiceField
          label={words.access.guestCameras}
          {...(guest.cameras === null ? {} : { hint: words.access.noRecordings })}
          value={guest.cameras === null ? 'all' : 'some'}
          choices={[
            { value: 'all', label: words.access.allCameras },
            { value: 'some', label: words.access.someCameras },
          ]}
          onChange={(which) => {
            change({ guest: { ...guest, cameras: which === 'all' ? null : cameras.map(({ id }) => id) } });
          }}
        />
        {guest.cameras !== null && (
          <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
            {cameras.map(({ id, name }) => (
              <TickField
                key={id}
                label={name}
                checked={guest.cameras?.includes(id) ?? false}
                onChange={() => {
                  change({ guest: { ...guest, cameras: toggled(guest.cameras ?? [], id) } });
                }}
              />
            ))}
          </div>
        )}
        {error !== undefined && <Message kind="error">{error}</Message>}
      </Card>
    </Section>
  );
}
