import { Check, Footprints, Hourglass, Image, type LucideIcon, Sparkles, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EnrolledFace, FaceOrigin } from '../../../services/contract/person.ts';
import { date, shortDay } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { usableQuality } from './pose-spots.ts';

const icons: Readonly<Record<FaceOrigin, LucideIcon>> = {
  photo: Image,
  camera: Video,
  event: Footprints,
  sighting: Sparkles,
};

interface FaceTileProps {
  readonly face: EnrolledFace;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One kept face, large enough to judge: where it came from, when, and whether it waits to be read again. */
export function FaceTile({ face, chosen, onChoose }: FaceTileProps) {
  const Icon = icons[face.origin];
  const day = date(face.addedAtMs);
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-label={words.person.face(words.person.originDetails[face.origin], day)}
      title={words.person.face(words.person.originDetails[face.origin], day)}
      data-face={face.id}
      onClick={onChoose}
      className="group block w-full rounded-2xl border border-line bg-card p-1.5 text-left hover:border-edge aria-pressed:border-accent aria-pressed:bg-accent-soft"
    >
      <span className="relative block overflow-hidden rounded-xl">
        <img
          src={`/faces/${face.id}.jpg`}
          alt=""
          loading="lazy"
          className={`aspect-square w-full bg-sunken object-cover ${face.isUsed ? '' : 'opacity-40 grayscale'}`}
        />
        {!face.isUsed && (
          <Mark>
            <Hourglass aria-hidden className="size-3.5 shrink-0" />
            {words.person.waits}
          </Mark>
        )}
        {face.isUsed && face.quality !== null && face.quality < usableQuality && (
          <Mark>{words.person.poor}</Mark>
        )}
        <span
          aria-hidden
          className="absolute top-2 right-2 grid size-7 place-items-center rounded-full border-2 border-white bg-black/30 text-transparent group-aria-pressed:bg-accent group-aria-pressed:text-on-accent"
        >
          <Check className="size-4" strokeWidth={3} />
        </span>
      </span>
      <span className="flex items-center gap-1.5 px-1 pt-1.5 pb-0.5 text-sm text-quiet">
        <Icon aria-hidden className="size-4 shrink-0" />
        <span className="truncate">{words.person.origins[face.origin]}</span>
        <span className="ml-auto shrink-0">{shortDay(face.addedAtMs)}</span>
      </span>
    </button>
  );
}

function Mark({ children }: { readonly children: ReactNode }) {
  return (
    <span className="absolute inset-x-1.5 bottom-1.5 flex items-center justify-center gap-1 rounded-lg bg-warn-soft px-1.5 py-1 text-xs/tight font-medium text-warn">
      {children}
    </span>
  );
}
