import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EventFilter } from '../../../../services/contract/timeline.ts';
import { useNow } from '../../../house/now.ts';
import { trpc } from '../../../hub.ts';
import { moment } from '../../../words/times.ts';
import { who } from '../../../words/who.ts';
import { useCameraName } from '../camera-names.ts';
import { snapshotAddress } from '../snapshot-address.ts';
import type { BandPlace } from './band-gestures.ts';
import type { BandSpan } from './band-span.ts';

const widthOfCard = 208;
/** The pointer rests so long before the hub is asked: not at each pixel that it crosses. */
const restMs = 40;
/** Neighbouring moments lead to the same answer. */
const grainPx = 4;

interface BandPreviewProps {
  readonly place: BandPlace;
  readonly filter: EventFilter;
  readonly span: BandSpan;
  readonly widthPx: number;
}

/** The picture of the visit that is nearest before the pointer. The lanes may scroll, so that it stands free of them. */
export function BandPreview({ place, filter, span, widthPx }: BandPreviewProps) {
  const grainMs = ((span.toMs - span.fromMs) / Math.max(1, widthPx)) * grainPx;
  const toMs = useRested(Math.ceil(place.atMs / grainMs) * grainMs);
  const cameraName = useCameraName();
  const now = useNow(60_000);
  const nearest = useQuery({
    ...trpc.events.window.queryOptions({ ...filter, fromMs: 0, toMs: toMs ?? 0, limit: 1 }),
    enabled: toMs !== null,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  const visit = nearest.data?.[0];
  if (visit === undefined) return null;
  const left = Math.min(Math.max(0, place.xPx - widthOfCard / 2), Math.max(0, widthPx - widthOfCard));
  return (
    <div
      aria-hidden
      data-preview={visit.id}
      className="pointer-events-none fixed z-30 overflow-hidden rounded-xl border border-line bg-card shadow-2xl"
      style={{ width: widthOfCard, left: place.leftPx + left, top: place.belowPx + 10 }}
    >
      {visit.hasSnapshot && (
        <img
          src={snapshotAddress(visit)}
          alt=""
          className="block aspect-video w-full bg-sunken object-cover"
        />
      )}
      <p className="truncate px-2.5 pt-1.5 text-sm font-semibold" dir="auto">
        {who(visit)}
      </p>
      <p className="truncate px-2.5 pb-2 text-sm text-quiet" dir="auto">
        {moment(visit.beganAtMs, now)} · {cameraName(visit.cameraId)}
      </p>
    </div>
  );
}

/** The value once it has not changed for a moment. */
function useRested(value: number): number | null {
  const [rested, setRested] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(value);
    }, restMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return rested;
}
