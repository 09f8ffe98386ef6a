import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Lightbulb } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { Entity } from '../../../services/contract/entity.ts';
import { trpc } from '../../hub.ts';
import { later } from '../../later.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { DeviceTile } from './device-tile.tsx';
import { isOn } from './device-look.ts';
import { opensTheHouse } from './opens-the-house.ts';

/** Dialogs are a quarter of what Home would need. */
const OpenConfirm = later(async () => (await import('./open-confirm.tsx')).OpenConfirm);

/** The devices of the house: a tap turns one on or off. What opens the house asks first. */
export function DevicePanel() {
  const queries = useQueryClient();
  const devices = useQuery(trpc.devices.list.queryOptions());
  const [asking, setAsking] = useState<Entity | null>(null);
  const turn = useMutation(
    trpc.devices.turn.mutationOptions({
      onSuccess: (changed) => {
        queries.setQueryData(trpc.devices.list.queryKey(), (list) =>
          list?.map((each) => (each.entityId === changed.entityId ? changed : each)),
        );
      },
    }),
  );
  const tap = (entity: Entity) => {
    if (opensTheHouse(entity)) setAsking(entity);
    else turn.mutate({ entityId: entity.entityId, on: !isOn(entity) });
  };
  return (
    <Section title={words.home.devices}>
      {turn.isError && (
        <div className="mb-3">
          <Message kind="error">{sentenceOf(turn.error)}</Message>
        </div>
      )}
      {devices.isError && <Message kind="error">{sentenceOf(devices.error)}</Message>}
      {devices.data?.length === 0 && (
        <Card className="flex flex-wrap items-center gap-x-4 gap-y-3 border-dashed px-4 py-3">
          <Lightbulb aria-hidden className="size-6 shrink-0 text-quiet" strokeWidth={1.5} />
          <p className="min-w-0 flex-1 basis-52">
            <span className="block font-semibold">{words.home.noDevices}</span>
            <span className="block text-sm text-quiet">{words.home.noDevicesDetail}</span>
          </p>
          <ButtonLink to={{ screen: 'settings' }}>{words.home.connectBroker}</ButtonLink>
        </Card>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(12.5rem,40%),1fr))] gap-3">
        {devices.data?.map((entity) => (
          <li key={entity.entityId}>
            <DeviceTile
              entity={entity}
              busy={turn.isPending && turn.variables.entityId === entity.entityId}
              onTap={() => {
                tap(entity);
              }}
            />
          </li>
        ))}
      </ul>
      {asking !== null && (
        <Suspense>
          <OpenConfirm
            entity={asking}
            onConfirm={(entity) => {
              setAsking(null);
              turn.mutate({ entityId: entity.entityId, on: !isOn(entity) });
            }}
            onCancel={() => {
              setAsking(null);
            }}
          />
        </Suspense>
      )}
    </Section>
  );
}
