import { useQuery } from '@tanstack/react-query';
import type { Forecast } from '../../../services/contract/retention.ts';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { bytes } from '../../words/numbers.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { inDays } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { DiskBar } from './disk-bar.tsx';

/** The disk as a picture, and how many days of video fit. */
export function ForecastCard() {
  const text = words.memory.forecast;
  // It is measured by the hub every few minutes.
  const forecast = useQuery({
    ...trpc.retention.forecast.queryOptions(),
    refetchInterval: 60_000,
    staleTime: 0,
  });
  return (
    <Section title={text.title}>
      <Card className="flex flex-col gap-4 p-5">
        {forecast.isPending && <p className="text-quiet">{words.common.loading}</p>}
        {forecast.isError && <Message kind="error">{sentenceOf(forecast.error)}</Message>}
        {forecast.data && (
          <>
            {forecast.data.disk === null ? (
              <Message kind="warning">{text.gone}</Message>
            ) : (
              <DiskBar disk={forecast.data.disk} heldBytes={forecast.data.heldBytes} />
            )}
            <p className="text-lg font-semibold">{daysWords(forecast.data)}</p>
            <CameraShares forecast={forecast.data} />
            {forecast.data.writtenPerDay !== null && (
              <p className="text-sm text-quiet">{text.written(bytes(forecast.data.writtenPerDay))}</p>
            )}
          </>
        )}
      </Card>
    </Section>
  );
}

function daysWords({ days, bytesPerDay, disk }: Forecast): string {
  const text = words.memory.forecast;
  if (bytesPerDay === null || disk === null) return text.daysUnknown;
  return days === null ? text.noEnd : text.days(inDays(Math.floor(days)));
}

function CameraShares({ forecast }: { readonly forecast: Forecast }) {
  const text = words.memory.forecast;
  const known = useHealth()?.cameras ?? [];
  const most = Math.max(1, ...forecast.cameras.map(({ bytesPerDay }) => bytesPerDay));
  if (forecast.cameras.length === 0) return null;
  return (
    <ul aria-label={text.cameras} className="flex flex-col gap-2">
      {forecast.cameras.map(({ cameraId, bytesPerDay }) => (
        <li key={cameraId} className="grid grid-cols-[minmax(0,10rem)_1fr] items-center gap-x-4 text-sm">
          <span className="truncate" dir="auto">
            {known.find(({ id }) => id === cameraId)?.name ?? text.removedCamera}
          </span>
          <span className="flex items-center gap-3">
            <span aria-hidden className="h-2 flex-1 overflow-hidden rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${(100 * bytesPerDay) / most}%` }}
              />
            </span>
            <span className="w-44 text-right text-quiet tabular-nums">{text.perDay(bytes(bytesPerDay))}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
