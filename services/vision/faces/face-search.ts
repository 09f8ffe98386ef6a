import type { Box } from '../../contract/box.ts';
import type { Face, FaceReader } from './faces.ts';
import { centreOf, clipped } from '../box-geometry.ts';
import type { Frame } from '../frames.ts';
import type { SeenFace } from './identity-votes.ts';
import type { Liveness } from './liveness.ts';
import type { Detection } from '../objects.ts';

/** A detection, with the face that was read in it, if it is a person whose face was wanted and seen. */
export interface Faced extends Detection {
  readonly face: SeenFace | null;
}

/** The head of somebody who stands or sits is in this part of the box around them. */
const HEAD_SHARE = 0.6;
const MARGIN = 0.15;

/** Looks for faces inside of persons. While there is no network (null), nobody has one. */
export class FaceSearch {
  readonly #reader: () => Pick<FaceReader, 'find' | 'describe'> | null;
  readonly #closer: (frame: Frame) => Promise<Frame>;
  readonly #liveness: Pick<Liveness, 'see'> | null;

  /**
   * @param closer gives the frame with more pixels, where there are more.
   * @param liveness looks at every face that is read.
   */
  constructor(
    reader: () => Pick<FaceReader, 'find' | 'describe'> | null,
    closer: (frame: Frame) => Promise<Frame> = (frame) => Promise.resolve(frame),
    liveness: Pick<Liveness, 'see'> | null = null,
  ) {
    this.#reader = reader;
    this.#closer = closer;
    this.#liveness = liveness;
  }

  async find(
    frame: Frame,
    detections: readonly Detection[],
    wanted: (person: Box) => boolean,
  ): Promise<readonly Faced[]> {
    const faced: Faced[] = [];
    for (const detection of detections) {
      const look = detection.label === 'person' && wanted(detection.box);
      faced.push({ ...detection, face: look ? await this.#read(frame, detection.box) : null });
    }
    return faced;
  }

  async #read(frame: Frame, person: Box): Promise<SeenFace | null> {
    const reader = this.#reader();
    if (reader === null) return null;
    const head = headOf(person);
    const image = await this.#closer(frame);
    const face = nearestTo(person, await reader.find(image, head));
    if (face === null) return null;
    const descriptor = await reader.describe(image, face);
    const liveness = (await this.#liveness?.see(image, face, frame.atMs)) ?? null;
    return {
      quality: face.quality,
      descriptor: liveness === null ? descriptor : { ...descriptor, liveness },
    };
  }
}

function headOf({ x, y, width, height }: Box): Box {
  return clipped({
    x: x - width * MARGIN,
    y: y - height * MARGIN,
    width: width * (1 + 2 * MARGIN),
    height: height * (HEAD_SHARE + MARGIN),
  });
}

/** The face that sits where a head should: at the top, in the middle. Another's face beside or behind is not taken. */
function nearestTo(person: Box, faces: readonly Face[]): Face | null {
  const place = (face: Face): number => {
    const { x, y } = centreOf(face.box);
    const across = (x - centreOf(person).x) / person.width;
    const down = (y - person.y) / person.height - 0.2;
    return Math.hypot(across, down);
  };
  const inside = faces.filter((face) => place(face) < 0.5).sort((a, b) => place(a) - place(b));
  return inside[0] ?? null;
}
