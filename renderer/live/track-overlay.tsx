import type { LiveTrack } from '../../services/contract/event.ts';
import type { Size } from '../parts/element-size.ts';
import { who } from '../words/who.ts';
import { fitted } from './fitted.ts';
import type { PictureSize } from './flow.ts';

interface TrackOverlayProps {
  readonly tracks: readonly LiveTrack[];
  readonly picture: PictureSize;
  readonly element: Size;
}

const labelHeight = 26;

/** Boxes and names over the live picture. A known face has a calm colour, a stranger a warm one. */
export function TrackOverlay({ tracks, picture, element }: TrackOverlayProps) {
  if (element.width === 0) return null;
  return (
    <svg
      aria-hidden
      className="absolute inset-0 size-full"
      viewBox={`0 0 ${element.width} ${element.height}`}
    >
      {tracks.map((track) => {
        const box = fitted(track.box, picture, element);
        const right = box.x + box.width;
        // The name stands over the box on the side where there is more room for it.
        const toTheLeft = right > element.width - box.x;
        const labelWidth = Math.min(224, toTheLeft ? right : element.width - box.x);
        const stranger = track.label === 'person' && track.identity.kind !== 'known';
        return (
          <g key={track.eventId} data-track={track.eventId}>
            <rect
              {...box}
              rx={8}
              fill="none"
              strokeWidth={2.5}
              className={stranger ? 'stroke-[#f3b65c]' : 'stroke-[#7fd6c8]'}
            />
            <foreignObject
              x={toTheLeft ? right - labelWidth : box.x}
              y={box.y > labelHeight + 6 ? box.y - labelHeight - 4 : box.y + 6}
              width={labelWidth}
              height={labelHeight}
            >
              <div
                dir="auto"
                className={`w-fit max-w-full truncate ${toTheLeft ? 'ml-auto' : ''} rounded-md px-2 py-0.5 text-sm/snug font-semibold text-[#17130c] ${stranger ? 'bg-[#f3b65c]' : 'bg-[#7fd6c8]'}`}
              >
                {who(track)}
              </div>
            </foreignObject>
          </g>
        );
      })}
    </svg>
  );
}
