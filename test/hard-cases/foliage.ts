import { seeded } from '../services/vision/motion/moving-scene.ts';
import { type Picture, type Rgb, Truth } from './picture.ts';

/** A tree in the wind, in pixels. */
export interface TreePlan {
  readonly x: number;
  readonly foot: number;
  readonly crown: { readonly y: number; readonly width: number; readonly height: number };
  readonly leaves: number;
  /** How far the crown's top sways in a gust; branches sway as far again. */
  readonly sway: number;
  readonly seed: number;
}

interface Leaf {
  readonly x: number;
  readonly y: number;
  readonly branch: Branch;
  /** Distance from the branch's root: the tip sways most. */
  readonly reach: number;
  readonly size: number;
  readonly slant: number;
  readonly colour: Rgb;
  readonly phase: number;
}

interface Branch {
  readonly x: number;
  readonly y: number;
  readonly phase: number;
  readonly pace: number;
}

const GREENS: readonly Rgb[] = [
  [38, 58, 26],
  [62, 88, 38],
  [96, 122, 52],
  [140, 158, 78],
  [186, 190, 120],
  [128, 112, 48],
];

/** Trunk, branches and some thousand leaves that sway on three scales and turn in the light; they hide what is behind them. */
export class Tree {
  readonly #plan: TreePlan;
  readonly #leaves: readonly Leaf[];

  constructor(plan: TreePlan) {
    this.#plan = plan;
    const random = seeded(plan.seed);
    const { width, height, y } = plan.crown;
    const branches = Array.from({ length: 24 }, (): Branch => {
      const [angle, far] = [random() * 2 * Math.PI, Math.sqrt(random()) * 0.8];
      return {
        x: plan.x + (Math.cos(angle) * far * width) / 2,
        y: y + (Math.sin(angle) * far * height) / 2,
        phase: random() * 6.28,
        pace: 2.5 + random() * 4,
      };
    });
    this.#leaves = Array.from({ length: plan.leaves }, () => leafOf(branches, random, plan.crown.width));
  }

  /** @param wind 0 (calm) … 1 (a gust), at the tree's place. */
  paint(picture: Picture, seconds: number, wind: number): void {
    const { x, foot, crown } = this.#plan;
    const bark = { colour: [70, 58, 46], truth: Truth.still } as const;
    const top = this.#swayAt(crown.y, seconds, wind);
    picture.line([x, foot], [x + top, crown.y], { ...bark, width: crown.width / 16 });
    for (const leaf of this.#leaves) this.#paintLeaf(picture, leaf, { seconds, wind });
  }

  /** The spots that the crown's shadow has on the ground, which dance with it. */
  shade(picture: Picture, seconds: number, wind: number): void {
    for (const [n, leaf] of this.#leaves.entries()) {
      if (n % 12 !== 0) continue;
      const { x, y } = this.#placeOf(leaf, seconds, wind);
      const height = this.#plan.foot - y;
      const area = { x: x + 0.5 * height, y: this.#plan.foot + 0.12 * height, width: 26, height: 9 };
      picture.shade(area, 0.82, Truth.still);
    }
  }

  #swayAt(y: number, seconds: number, wind: number): number {
    const share = Math.max(0, (this.#plan.foot - y) / (this.#plan.foot - this.#plan.crown.y)) ** 1.5;
    return this.#plan.sway * share * (wind + 0.7 * wind * Math.sin(seconds * 2.1 + this.#plan.seed));
  }

  #placeOf(leaf: Leaf, seconds: number, wind: number): { readonly x: number; readonly y: number } {
    const { branch, reach, phase } = leaf;
    const swing = wind * this.#plan.sway * reach * Math.sin(seconds * branch.pace + branch.phase);
    const flutter = (0.4 + 2.5 * wind) * Math.sin(seconds * 11 + phase);
    return {
      x: leaf.x + this.#swayAt(leaf.y, seconds, wind) + swing + flutter,
      y: leaf.y + 0.5 * swing * Math.sin(branch.phase) + 0.6 * flutter,
    };
  }

  #paintLeaf(picture: Picture, leaf: Leaf, at: { readonly seconds: number; readonly wind: number }): void {
    const { x, y } = this.#placeOf(leaf, at.seconds, at.wind);
    const turn = 1 + 0.35 * at.wind * Math.sin(at.seconds * 7 + leaf.phase * 3);
    const { size, slant } = leaf;
    const reach = Math.ceil(size);
    for (
      let row = Math.max(Math.round(y) - reach, 0);
      row <= Math.min(Math.round(y) + reach, picture.height - 1);
      row++
    )
      for (
        let column = Math.max(Math.round(x) - reach, 0);
        column <= Math.min(Math.round(x) + reach, picture.width - 1);
        column++
      ) {
        const along = (column - x) * Math.cos(slant) + (row - y) * Math.sin(slant);
        const across = (row - y) * Math.cos(slant) - (column - x) * Math.sin(slant);
        if ((along / size) ** 2 + (across / (0.5 * size)) ** 2 > 1) continue;
        picture.set(row * picture.width + column, { colour: leaf.colour, truth: Truth.still }, turn);
      }
  }
}

/** How the wind blows at a time: it comes in gusts of some seconds, 0..1, `calm` of the time hardly at all. */
export function gust(seconds: number, calm = 0.3): number {
  const wave =
    0.5 +
    0.3 * Math.sin(seconds * 0.9) +
    0.25 * Math.sin(seconds * 0.37 + 1) +
    0.15 * Math.sin(seconds * 2.3);
  return Math.min(Math.max((wave - calm) / (1 - calm), 0.08), 1);
}

function leafOf(branches: readonly Branch[], random: () => number, width: number): Leaf {
  const branch = branches[Math.floor(random() * branches.length)] ?? { x: 0, y: 0, phase: 0, pace: 1 };
  const [angle, far] = [random() * 6.28, random() ** 0.7];
  const spread = width / 5;
  const colour = GREENS[Math.floor(random() ** 1.3 * GREENS.length)] ?? [60, 90, 40];
  return {
    x: branch.x + Math.cos(angle) * far * spread,
    y: branch.y + Math.sin(angle) * far * spread * 0.8,
    branch,
    reach: far,
    size: 2.5 + random() * 5,
    slant: random() * 3.14,
    colour,
    phase: random() * 6.28,
  };
}
