import { type Actor, paintCar, paintFront, paintShadow, paintWalker } from './actors.ts';
import type { Picture, Rgb } from './picture.ts';

const COLOURS: readonly Rgb[] = [
  [178, 40, 42],
  [228, 228, 226],
  [34, 36, 42],
  [52, 82, 148],
  [140, 142, 146],
  [196, 170, 60],
];

function colourOf(n: number): Rgb {
  return COLOURS[n % COLOURS.length] ?? [128, 128, 128];
}

/** Somebody who walks or drives along a straight line from one time to another, in seconds. */
export interface Passage {
  readonly kind: 'walker' | 'car';
  readonly fromS: number;
  readonly toS: number;
  readonly from: readonly [x: number, foot: number];
  readonly to: readonly [x: number, foot: number];
  readonly height: number;
  readonly seed: number;
  /** Stands still for this long at this share of the way. */
  readonly stop?: { readonly at: number; readonly forS: number };
  readonly shadow?: boolean;
}

/** Paints everybody who is there at a time. */
export function paintPassages(picture: Picture, passages: readonly Passage[], seconds: number): void {
  for (const passage of passages) {
    const share = shareAt(passage, seconds);
    if (share === null) continue;
    const { from, to, height, seed } = passage;
    const x = from[0] + share * (to[0] - from[0]);
    const foot = from[1] + share * (to[1] - from[1]);
    const actor: Actor = { x, foot, height, colour: colourOf(seed), seed };
    if (passage.shadow === true) paintShadow(picture, actor);
    if (passage.kind === 'car') paintCar(picture, actor, Math.sign(to[0] - from[0]));
    else paintWalker(picture, actor, (Math.hypot(x - from[0], foot - from[1]) * 7) / height);
  }
}

function shareAt({ fromS, toS, stop }: Passage, seconds: number): number | null {
  if (seconds < fromS || seconds > toS) return null;
  const goingS = toS - fromS - (stop?.forS ?? 0);
  const going = seconds - fromS;
  if (stop === undefined || going < stop.at * goingS) return going / goingS;
  return Math.max(stop.at, (going - stop.forS) / goingS);
}

/** Cars on four lanes of a motorway, the left two coming, the right two going, about one a second on each. */
export function paintTraffic(picture: Picture, seconds: number, density = 1): void {
  const cars: { actor: Actor; depth: number }[] = [];
  for (let lane = 0; lane < 4; lane++)
    for (let n = -8; n < 40; n++) {
      const start = (n + 0.37 * Math.sin(n * 12.9 + lane * 4.1)) / density + lane * 0.31;
      const way = (seconds - start) / (4 + (lane % 2));
      if (way < 0 || way > 1) continue;
      const far = lane < 2 ? 1 - way : way;
      // The camera stands on a bridge: the distance is even in time, what it covers on the picture is not.
      const depth = 1 / (1 + 14 * far);
      const side = -0.62 + 0.155 + lane * 0.31;
      const foot = (0.25 + 0.85 * depth) * picture.height;
      const x = (0.55 + side * 0.85 * depth) * picture.width;
      const seed = Math.abs(n * 5 + lane);
      cars.push({
        actor: { x, foot, height: 0.17 * depth * picture.height, colour: colourOf(seed), seed },
        depth,
      });
    }
  for (const { actor } of cars.sort((a, b) => a.depth - b.depth)) {
    paintShadow(picture, actor, 0.6);
    paintFront(picture, actor);
  }
}
