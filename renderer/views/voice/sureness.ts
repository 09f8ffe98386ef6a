export type Sureness = 'very' | 'sure' | 'rather' | 'unsure';

/** How sure the ear was, 0..1, as the word for it. */
export function sureness(confidence: number): Sureness {
  if (confidence >= 0.9) return 'very';
  if (confidence >= 0.7) return 'sure';
  return confidence >= 0.5 ? 'rather' : 'unsure';
}
