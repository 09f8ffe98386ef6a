import { useQuery } from '@tanstack/react-query';
import { newestEvents } from '../../house/live-house.ts';
import { useNow } from '../../house/now.ts';
import { clock, longDay } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { useCameraName } from '../events/camera-names.ts';
import { ArmButton } from './arm-button.tsx';
import { houseNow } from './house-now.ts';

/** Whether the house is armed, what is going on, and the clock, as every thermostat has one. */
export function HomeHeader({ armed }: { readonly armed: boolean }) {
  const now = useNow(1000);
  const events = useQuery(newestEvents).data;
  const cameraName = useCameraName();
  const what =
    events === undefined
      ? null
      : houseNow({ events, cameraName: ({ cameraId }) => cameraName(cameraId), nowMs: now });
  return (
    <header className="flex items-center gap-x-5 gap-y-3 max-sm:flex-wrap">
      <h1 className="sr-only">{words.screens.home}</h1>
      <ArmButton armed={armed} />
      <div className="min-w-0 flex-1" role="status">
        {what !== null && (
          <>
            <p
              className={`truncate text-lg/snug font-semibold lg:text-xl/snug ${what.calm ? '' : 'text-warn'}`}
              dir="auto"
            >
              {what.title}
            </p>
            <p className="truncate text-quiet" dir="auto">
              {what.detail}
            </p>
          </>
        )}
      </div>
      <div className="shrink-0 text-right max-sm:hidden">
        <p className="text-4xl/none font-light tabular-nums lg:text-5xl/none">{clock(now)}</p>
        <p className="mt-1.5 text-sm text-quiet">{longDay(now)}</p>
      </div>
    </header>
  );
}
