import { User } from 'lucide-react';
import type { EnrolledFace, Person } from '../../../services/contract/person.ts';
import { spotOf } from './pose-spots.ts';

interface PersonFaceProps {
  readonly person: Pick<Person, 'faces'>;
  readonly className?: string;
}

/** The face that shows somebody best, or a shape where none is kept. */
export function PersonFace({ person, className = '' }: PersonFaceProps) {
  const best = bestFace(person.faces);
  return (
    <span
      className={`grid shrink-0 place-items-center overflow-hidden rounded-2xl bg-sunken text-quiet ${className}`}
    >
      {best === undefined ? (
        <User aria-hidden className="size-1/2" strokeWidth={1.5} />
      ) : (
        <img src={`/faces/${best.id}.jpg`} alt="" className="size-full object-cover" />
      )}
    </span>
  );
}

/** The one from the front with the best picture; the first one when none was judged. */
export function bestFace(faces: readonly EnrolledFace[]): EnrolledFace | undefined {
  const worth = ({ pose, quality }: EnrolledFace) =>
    (quality ?? 0) + (pose !== null && spotOf(pose) === 'front' ? 1 : 0);
  const best = Math.max(...faces.map(worth));
  return faces.find((face) => worth(face) === best);
}
