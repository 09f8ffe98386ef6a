import { useEffect, useRef, useState } from 'react';
import { Car, CircleOff, PawPrint, User, VideoOff, type LucideIcon } from 'lucide-react';
import type { Event, EventLabel } from '../../../services/contract/event.ts';
import { useConnection } from '../../connection.ts';
import { cropped } from '../../live/cropped.ts';
import { snapshotAddress } from './snapshot-address.ts';

const width = 192;
const height = 144;
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
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const away = useConnection() === 'away';
  const address = event.hasSnapshot ? snapshotAddress(event) : null;
  const { x, y, width: boxWidth, height: boxHeight } = event.box;
  useEffect(() => {
    // A picture that the hub could not send before it went away is asked for when it is back.
    if (address === null || away) return;
    const image = new Image();
    image.onload = () => {
      const whole = { width: image.naturalWidth, height: image.naturalHeight };
      const part = cropped({ x, y, width: boxWidth, height: boxHeight }, whole, width / height);
      const context = canvas.current?.getContext('2d');
      context?.drawImage(image, part.x, part.y, part.width, part.height, 0, 0, width, height);
      setDrawn(true);
    };
    image.src = address;
    return () => {
      image.onload = null;
      image.src = '';
    };
  }, [address, away, x, y, boxWidth, boxHeight]);
  const Icon = icons[event.label];
  return (
    <span
      className={`relative grid aspect-4/3 shrink-0 place-items-center overflow-hidden rounded-lg bg-sunken text-quiet ${className}`}
    >
      <Icon aria-hidden strokeWidth={1.5} className={drawn ? 'hidden' : 'size-7'} />
      <canvas
        ref={canvas}
        width={width}
        height={height}
        aria-hidden
        className={drawn ? 'size-full' : 'hidden'}
      />
    </span>
  );
}
