/** What the player can be told to do. */
export type PlayerDeed =
  | { readonly kind: 'toggle' | 'full_screen' }
  | { readonly kind: 'skip'; readonly byS: number }
  | { readonly kind: 'step'; readonly by: -1 | 1 }
  | { readonly kind: 'speed'; readonly by: -1 | 1 }
  | { readonly kind: 'seek'; readonly share: 0 | 1 };

export const speeds = [0.25, 0.5, 1, 2, 4, 8] as const;

const deeds: Readonly<Record<string, PlayerDeed>> = {
  ' ': { kind: 'toggle' },
  k: { kind: 'toggle' },
  f: { kind: 'full_screen' },
  ArrowLeft: { kind: 'skip', byS: -10 },
  j: { kind: 'skip', byS: -10 },
  ArrowRight: { kind: 'skip', byS: 10 },
  l: { kind: 'skip', byS: 10 },
  ',': { kind: 'step', by: -1 },
  '.': { kind: 'step', by: 1 },
  '-': { kind: 'speed', by: -1 },
  '+': { kind: 'speed', by: 1 },
  Home: { kind: 'seek', share: 0 },
  End: { kind: 'seek', share: 1 },
};

/** As other players have it; null where the key is none of the player's. */
export function deedByKey(key: string): PlayerDeed | null {
  return deeds[key] ?? null;
}

/** The next slower or faster speed; the same at the ends. */
export function speedBeside(speed: number, by: -1 | 1): number {
  const index = speeds.findIndex((each) => each === speed);
  return speeds[index + by] ?? speed;
}
