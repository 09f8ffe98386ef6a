import { useQuery } from '@tanstack/react-query';
import type { DiskState } from '../../../services/contract/disk.ts';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { Card } from '../../parts/card.tsx';
import { type Mood, StateDot } from '../../parts/state-dot.tsx';
import { bytes } from '../../words/numbers.ts';
import { roughly } from '../../words/times.ts';
import { words } from '../../words/words.ts';

const moods: Readonly<Record<DiskState['kind'], Mood>> = {
  well: 'good',
  full: 'warn',
  vanished: 'bad',
  read_only: 'bad',
  slow: 'warn',
  failing: 'bad',
};
/** The forecast changes slowly. */
const askEveryMs = 60_000;

/** The disk that video goes to: how full it is, and how many days of video fit. */
export function DiskCard() {
  const disk = useHealth()?.disk;
  const forecast = useQuery({ ...trpc.retention.forecast.queryOptions(), refetchInterval: askEveryMs }).data;
  const { measures } = words;
  if (disk === undefined) return null;
  const sized = 'freeBytes' in disk ? disk : null;
  const held = sized === null ? 0 : (forecast?.heldBytes ?? 0) / sized.totalBytes;
  const others = sized === null ? 0 : Math.max(0, 1 - sized.freeBytes / sized.totalBytes - held);
  return (
    <Card className="flex h-full flex-col p-5">
      <p className="text-sm font-semibold text-quiet">{measures.disk}</p>
      <p className="mt-1 text-xl font-semibold tabular-nums">
        {sized === null ? measures.diskVerdicts[disk.kind] : measures.free(bytes(sized.freeBytes))}
      </p>
      <div aria-hidden className="my-4 flex h-14 flex-col justify-center gap-2">
        <div className="flex h-4 overflow-hidden rounded-full bg-sunken">
          <span className="bg-accent" style={{ width: `${held * 100}%` }} />
          <span className="bg-edge/60" style={{ width: `${others * 100}%` }} />
        </div>
        <p className="truncate text-sm text-quiet">
          {sized !== null && forecast !== undefined
            ? measures.diskHeld(bytes(forecast.heldBytes), bytes(sized.totalBytes))
            : ''}
        </p>
      </div>
      <p className="mt-auto text-sm">
        <StateDot mood={moods[disk.kind]}>
          {typeof forecast?.days === 'number'
            ? measures.diskDays(roughly(forecast.days * 24))
            : disk.kind === 'well'
              ? measures.diskUnknown
              : measures.diskVerdicts[disk.kind]}
        </StateDot>
      </p>
    </Card>
  );
}
