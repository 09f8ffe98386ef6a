import { compareFaces } from '../../gallery/comparison.ts';
import type { Box } from '../../contract/box.ts';
import type { FaceDescriptor, PortraitPose, PortraitView } from '../../contract/person.ts';
import { clipped, grown, shareInside, WHOLE_FRAME } from '../box-geometry.ts';
import type { Face, FaceReader } from './faces.ts';
import type { Frame } from '../frames.ts';
import type { Liveness } from './liveness.ts';
import { portraitFace } from './portrait-face.ts';
import { PortraitGuide } from './portrait-guide.ts';

interface Parts {
  /** Null while there is no network. */
  readonly reader: () => Pick<FaceReader, 'find' | 'describe'> | null;
  /** The same moment with more pixels, where there are more. */
  readonly closer: (frame: Frame) => Promise<Frame>;
  readonly liveness: Pick<Liveness, 'see'>;
  readonly tell: (view: PortraitView, taken: FaceDescriptor | null) => void;
}

/** Frames are looked at no more often than five times a second. */
const PAUSE_MS = 190;
/** A closer look comes a moment later: the head may have moved by this share of its size. */
const ROOM = 0.7;
/**
 * The least score of `compareFaces` for two faces of one sitting, by the model's metric. Lower than to name somebody: heads that
 * turned by 20 degrees and more in a poor film reached 0.86 and 0.13 at least, their median was 0.92 and 0.36; of pairs of
 * strangers one in twenty reaches this much.
 */
const LEAST_SAME = { euclidean: 0.87, cosine: 0.18 } as const;

/** Enrols the one who stands before a camera: frames go in, advice and faces come out. Holds no face longer than the session. */
export class Portrait {
  readonly #parts: Parts;
  readonly #guide = new PortraitGuide();
  #faces: readonly FaceDescriptor[] = [];
  #lastMs = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async see(frame: Frame): Promise<void> {
    const reader = this.#parts.reader();
    if (reader === null || Math.abs(frame.atMs - this.#lastMs) < PAUSE_MS) return;
    this.#lastMs = frame.atMs;
    const faces = await facesIn(reader, frame);
    const direction = this.#guide.see({
      atMs: frame.atMs,
      faces: faces.map((face) => portraitFace(face, frame.width)),
    });
    const [face] = faces;
    // A head that turns this way and that shows best that it is no picture.
    const liveness = face ? await this.#parts.liveness.see(frame, face, frame.atMs) : null;
    const taken = direction !== null && face ? await this.#take(direction, frame, face) : null;
    this.#parts.tell(this.#guide.view, taken === null || liveness === null ? taken : { ...taken, liveness });
  }

  async #take(direction: PortraitPose, frame: Frame, face: Face): Promise<FaceDescriptor | null> {
    const reader = this.#parts.reader();
    if (reader === null) return null;
    const closer = await this.#parts.closer(frame);
    const better = closer === frame ? face : await closerFace(reader, closer, face.box);
    if (better === null || !this.#guide.fits(direction, portraitFace(better, closer.width))) {
      this.#guide.refused('poor');
      return null;
    }
    const descriptor = await reader.describe(closer, better);
    if (!this.#isSame(descriptor)) {
      this.#guide.refused('stranger');
      return null;
    }
    this.#faces = [...this.#faces, descriptor];
    this.#guide.took(direction);
    return descriptor;
  }

  /** Whether it is the person whose faces were taken before. */
  #isSame(descriptor: FaceDescriptor): boolean {
    if (this.#faces.length === 0) return true;
    return this.#faces.some((face) => {
      const score = compareFaces(descriptor, face);
      return score !== null && score >= LEAST_SAME[descriptor.metric];
    });
  }
}

/** The face at that place of the closer picture. */
async function closerFace(reader: Pick<FaceReader, 'find'>, closer: Frame, box: Box): Promise<Face | null> {
  const faces = await reader.find(closer, clipped(grown(box, ROOM)));
  return faces[0] ?? null;
}

/** All faces, the largest first. A frame that is higher than wide is looked at in two halves, each of which is wide. */
async function facesIn(reader: Pick<FaceReader, 'find'>, frame: Frame): Promise<readonly Face[]> {
  const height = (0.95 * frame.width) / frame.height;
  if (height >= 0.95) return reader.find(frame, WHOLE_FRAME);
  const faces: Face[] = [];
  for (const y of [0, 1 - height]) {
    const found = await reader.find(frame, { x: 0, y, width: 1, height });
    // One at the seam is whole in one half, and may be cut in the other.
    const isKnown = ({ box }: Face): boolean =>
      faces.some((other) => Math.max(shareInside(box, other.box), shareInside(other.box, box)) > 0.5);
    faces.push(...found.filter((face) => !isKnown(face)));
  }
  return faces.toSorted((a, b) => b.box.width - a.box.width);
}
