import type { Clip } from '../../../services/contract/clip.ts';

/** Of one that is being written, what there is of it now: the player needs a file that stays as it is. */
export function clipAddress({ id, state, bytes }: Clip): string {
  return state === 'recording' ? `/clips/${id}.mp4?to=${bytes}` : `/clips/${id}.mp4`;
}
