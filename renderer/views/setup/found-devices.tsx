import { useQuery } from '@tanstack/react-query';
import { useHealth } from '../../house/health.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { StateDot } from '../../parts/state-dot.tsx';
import { words } from '../../words/words.ts';
import { brokerRow } from '../health/broker-row.ts';
import { DeviceIcon } from '../home/device-icon.tsx';

const shown = 8;

/** How the broker does, and the devices that it told of. */
export function FoundDevices() {
  const broker = useHealth()?.broker;
  const now = useNow(10_000);
  const devices = useQuery(trpc.devices.list.queryOptions()).data ?? [];
  if (broker === undefined || broker.kind === 'off') return null;
  const { mood, state, details } = brokerRow(broker, now);
  const more = devices.length - shown;
  return (
    <div className="flex flex-col gap-3 rounded-xl bg-sunken px-4 py-3" role="status">
      <StateDot mood={mood}>{state}</StateDot>
      {broker.kind === 'refused' &&
        details.map((detail) => (
          <p key={detail} className="text-sm text-quiet wrap-anywhere">
            {detail}
          </p>
        ))}
      {broker.kind === 'connected' && (
        <>
          <p className="font-medium">{words.setup.rooms.found(devices.length)}</p>
          <ul className="flex flex-col gap-1.5">
            {devices.slice(0, shown).map((entity) => (
              <li key={entity.entityId} className="flex min-w-0 items-center gap-3">
                <DeviceIcon entity={entity} className="size-5 shrink-0 text-quiet" />
                <span className="truncate" dir="auto">
                  {entity.name}
                </span>
              </li>
            ))}
          </ul>
          {more > 0 && <p className="text-quiet">{words.setup.rooms.andMore(more)}</p>}
        </>
      )}
    </div>
  );
}
