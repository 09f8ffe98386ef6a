import { ImageOff } from 'lucide-react';
import type { Event } from '../../../services/contract/event.ts';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';
import { snapshotAddress } from '../events/snapshot-address.ts';

interface SnapshotProps {
  readonly event: Event;
  readonly camera: string;
}

/** The best picture of a visit, whole, with its box. */
export function Snapshot({ event, camera }: SnapshotProps) {
  if (!event.hasSnapshot)
    return (
      <div className="grid aspect-video place-items-center rounded-card bg-sunken text-quiet">
        <p className="flex items-center gap-2">
          <ImageOff aria-hidden className="size-5" />
          {words.event.noSnapshot}
        </p>
      </div>
    );
  return (
    <div className="relative max-w-[calc((100dvh-9rem)*16/9)] overflow-hidden rounded-card bg-sunken">
      <img
        src={snapshotAddress(event)}
        alt={words.events.snapshot(who(event), camera)}
        className="block h-auto w-full"
      />
      <svg aria-hidden className="absolute inset-0 size-full" viewBox="0 0 1 1" preserveAspectRatio="none">
        <rect
          {...event.box}
          fill="none"
          strokeWidth={3}
          vectorEffect="non-scaling-stroke"
          className={event.identity.kind === 'unknown' ? 'stroke-[#f3b65c]' : 'stroke-[#7fd6c8]'}
        />
      </svg>
    </div>
  );
}
