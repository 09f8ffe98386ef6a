import type { Passage } from './passers.ts';

/** Cars and a walker on the street. */
export const passersBy: readonly Passage[] = [
  { kind: 'car', fromS: 9, toS: 12.5, from: [-90, 330], to: [730, 330], height: 62, seed: 1 },
  { kind: 'car', fromS: 14.5, toS: 17.5, from: [730, 360], to: [-90, 360], height: 70, seed: 2 },
  { kind: 'walker', fromS: 18, toS: 27, from: [-20, 272], to: [660, 272], height: 74, seed: 3 },
  { kind: 'car', fromS: 24.5, toS: 27.5, from: [-90, 330], to: [730, 330], height: 60, seed: 4 },
];

/** Two who cross the yard. */
export const yardPassers: readonly Passage[] = [
  { kind: 'walker', fromS: 4, toS: 11, from: [660, 430], to: [-40, 400], height: 150, seed: 2, shadow: true },
  {
    kind: 'walker',
    fromS: 12.5,
    toS: 19.5,
    from: [-20, 330],
    to: [660, 330],
    height: 78,
    seed: 5,
    shadow: true,
  },
];
