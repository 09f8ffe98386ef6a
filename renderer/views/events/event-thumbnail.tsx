import { useEffect, useRef, useState } from 'react';
import { Car, CircleOff, PawPrint, User, VideoOff, type LucideIcon } from 'lucide-react';
import type { Event, EventLabel } from '../../../services/contract/event.ts';
import { useConnection } from '../../connection.ts';
import { cropped } from '../../live/cropped.ts';
import { snapshotAddress } from './snapshot-address.ts';

const width = 192;
const height = 144;
/** A row that only flies past is not worth its picture. */
const flyingMs = 120;
const icons: Readonly<Record<EventLabel, LucideIcon>> = {
  person: User,
  vehicle: Car,
  animal: PawPrint,
  camera_offline: VideoOff,
  nothing: CircleOff,
};

interface EventThumbnailProps {
  readonly event: Event;
  readonly className?: string;
}

/** The snapshot cut to what happened: a person at the end of the garden is still a person in the list. */
export function EventThumbnail({ event, className = '' }: EventThumbnailProps) {
  const [drawn, setDrawn] = useState(false);
  const Icon = icons[event.label];
  return (
    <span
      className={`relative grid aspect-4/3 shrink-0 place-items-center overflow-hidden rounded-lg bg-sunken text-quiet ${className}`}
    >
      <Icon aria-hidden strokeWidth={1.5} className={drawn ? 'hidden' : 'size-7'} />
      {event.hasSnapshot && (
        <Picture
          event={event}
          onDrawn={() => {
            setDrawn(true);
          }}
        />
      )}
    </span>
  );
}

function Picture({ event, onDrawn }: { readonly event: Event; readonly onDrawn: () => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const told = useRef(onDrawn);
  const away = useConnection() === 'away';
  const address = snapshotAddress(event);
  const { x, y, width: boxWidth, height: boxHeight } = event.box;
  useEffect(() => {
    // A picture that the hub could not send before it went away is asked for when it is back.
    if (away) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      // Read aside from the page's own thread, which `<img>` on a canvas is not: the list goes on scrolling.
      void bitmapOf(address, abort.signal).then((whole) => {
        if (whole === null) return;
        const part = cropped({ x, y, width: boxWidth, height: boxHeight }, whole, width / height);
        const context = abort.signal.aborted ? null : canvas.current?.getContext('2d');
        context?.drawImage(whole, part.x, part.y, part.width, part.height, 0, 0, width, height);
        whole.close();
        if (context) told.current();
      });
    }, flyingMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [address, away, x, y, boxWidth, boxHeight]);
  return (
    <canvas ref={canvas} width={width} height={height} aria-hidden className="absolute inset-0 size-full" />
  );
}

/** Null where there is none, or nobody wants it any more. */
async function bitmapOf(address: string, signal: AbortSignal): Promise<ImageBitmap | null> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? await createImageBitmap(await answer.blob()) : null;
  } catch {
    return null;
  }
}
