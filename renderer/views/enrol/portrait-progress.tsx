import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PortraitPose } from '../../../services/contract/person.ts';
import { words } from '../../words/words.ts';

const poses: readonly PortraitPose[] = ['front', 'left', 'right', 'up', 'down'];

interface PortraitProgressProps {
  readonly taken: readonly PortraitPose[];
  readonly pictures: ReadonlyMap<PortraitPose, HTMLCanvasElement>;
}

/** The five directions, with the faces that were taken. */
export function PortraitProgress({ taken, pictures }: PortraitProgressProps) {
  const text = words.enrolment.camera;
  return (
    <div>
      <p role="status" className="mb-3 font-semibold tabular-nums">
        {text.progress(taken.length)}
      </p>
      <ul className="grid grid-cols-5 gap-2">
        {poses.map((pose) => {
          const has = taken.includes(pose);
          const picture = pictures.get(pose);
          return (
            <li
              key={pose}
              data-pose={pose}
              data-taken={has}
              aria-label={has ? text.poseTaken(text.poses[pose]) : text.poseMissing(text.poses[pose])}
              className="min-w-0 text-center"
            >
              <span
                className={`relative grid aspect-square place-items-center overflow-hidden rounded-xl ${has ? 'bg-accent text-on-accent' : 'border-2 border-dashed border-line'}`}
              >
                {has && picture === undefined && <Check aria-hidden className="size-6" strokeWidth={3} />}
                {has && picture !== undefined && <Taken picture={picture} />}
              </span>
              <span className={`mt-1 block truncate text-xs ${has ? 'font-medium' : 'text-quiet'}`}>
                {text.poses[pose]}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** A picture that is a canvas already. */
function Taken({ picture }: { readonly picture: HTMLCanvasElement }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <>
      <canvas ref={canvas} width={picture.width} height={picture.height} aria-hidden className="size-full" />
      <span className="absolute right-0.5 bottom-0.5 grid size-5 place-items-center rounded-full bg-accent text-on-accent">
        <Check aria-hidden className="size-3.5" strokeWidth={3.5} />
      </span>
    </>
  );
}
