import type { FaceLiveness } from '../../../models/face-liveness.ts';
import type { Picture } from '../../../models/image.ts';
import type { Box } from '../../contract/box.ts';
import { centreOf } from '../box-geometry.ts';
import type { Face } from './faces.ts';
import { LivenessEvidence } from './liveness-evidence.ts';
import { toPixels } from '../pixel-region.ts';

/** The networks take longer than all the rest of a face: once a second for each is enough. */
const NETWORKS_EVERY_MS = 1000;
/** A face that is seen again within this time and these many widths of it, and no other size, is the same one. */
const SAME = { withinMs: 2500, widths: 1.5, growth: 1.5 };
/** The face's box begins at the brows; the networks were trained with the forehead. */
const FOREHEAD = 0.25;

interface Followed {
  readonly evidence: LivenessEvidence;
  box: Box;
  seenAtMs: number;
  scoredAtMs: number;
}

/** Whether the faces before one camera are living ones. Costs nothing unless a face is read anyway. */
export class Liveness {
  readonly #network: () => Pick<FaceLiveness, 'score'> | null;
  #followed: readonly Followed[] = [];

  /** @param network null where it is not installed: then motion alone tells. */
  constructor(network: () => Pick<FaceLiveness, 'score'> | null) {
    this.#network = network;
  }

  /** Looks at a face that was found in the picture; how sure it is that it lives, 0..1, null when nothing can be said yet. */
  async see(image: Picture, face: Pick<Face, 'box' | 'landmarks'>, atMs: number): Promise<number | null> {
    const one = this.#follow(face.box, atMs);
    one.evidence.look(face.landmarks);
    const network = this.#network();
    if (network !== null && atMs - one.scoredAtMs >= NETWORKS_EVERY_MS) {
      one.scoredAtMs = atMs;
      one.evidence.score(await network.score(image, toPixels(withForehead(face.box), image)));
    }
    return one.evidence.liveness;
  }

  /** Of the face that was seen last within `person`; null when there was none lately. */
  of(person: Box, atMs: number): number | null {
    const inside = this.#followed.filter(({ box, seenAtMs }) => {
      const { x, y } = centreOf(box);
      const across = x >= person.x && x <= person.x + person.width;
      return across && y >= person.y && y <= person.y + person.height && atMs - seenAtMs <= SAME.withinMs;
    });
    return inside.toSorted((a, b) => b.seenAtMs - a.seenAtMs)[0]?.evidence.liveness ?? null;
  }

  #follow(box: Box, atMs: number): Followed {
    this.#followed = this.#followed.filter(({ seenAtMs }) => Math.abs(atMs - seenAtMs) <= SAME.withinMs);
    const known = this.#followed.find((one) => isSame(one.box, box));
    if (known !== undefined) {
      known.box = box;
      known.seenAtMs = atMs;
      return known;
    }
    const evidence = new LivenessEvidence();
    const one = { evidence, box, seenAtMs: atMs, scoredAtMs: Number.NEGATIVE_INFINITY };
    this.#followed = [...this.#followed, one];
    return one;
  }
}

export function withForehead({ x, y, width, height }: Box): Box {
  return { x, y: y - height * FOREHEAD, width, height: height * (1 + FOREHEAD) };
}

function isSame(before: Box, now: Box): boolean {
  const [from, to] = [centreOf(before), centreOf(now)];
  const moved = Math.hypot((to.x - from.x) / now.width, (to.y - from.y) / now.height);
  return moved < SAME.widths && Math.abs(Math.log(now.width / before.width)) < Math.log(SAME.growth);
}
